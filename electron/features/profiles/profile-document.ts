import { randomUUID } from 'node:crypto'
import { confirmedNamesSchema, environmentSchema } from '@shared/features/profiles'
import { profileIdSchema } from '@shared/kernel/ids'
import { z } from 'zod'
import { type JsonDocument, openJsonDocument } from '../../platform/json-document'

/** A profile as `profiles.json` keeps it: nothing of it is secret. */
const storedProfileSchema = z.object({
  id: profileIdSchema,
  name: z.string(),
  environment: environmentSchema,
  /** Base address of a custom environment. */
  address: z.string().optional(),
  clientId: z.string(),
  scope: z.string().optional(),
  distributorId: z.string(),
  readOnly: z.boolean(),
  /** Guessed names that a person has found to be right. */
  confirmedNames: confirmedNamesSchema.optional(),
  /** Whether the keychain holds an entry for it. Beside a keychain that answers null this means: locked. */
  inKeychain: z.boolean(),
  hasApiKey: z.boolean(),
})
export type StoredProfile = z.infer<typeof storedProfileSchema>

const documentSchema = z.object({
  profiles: z.array(storedProfileSchema).min(1),
  /** The one that was selected last, in any window. */
  active: profileIdSchema.optional(),
  /** Profiles whose keychain entry is to be deleted once the keychain lets us. */
  toErase: z.array(profileIdSchema),
})
export type ProfileDocument = z.infer<typeof documentSchema>

/** Who signs in to a built-in sandbox, and the distributor that its data belongs to. */
export const sandboxAccount = { clientId: 'gatehouse', distributorId: '501' } as const

/** The profile that a fresh installation opens on. */
function firstProfile(): StoredProfile {
  return {
    id: randomUUID(),
    name: 'Sandbox',
    environment: 'built-in-sandbox',
    ...sandboxAccount,
    readOnly: false,
    inKeychain: false,
    hasApiKey: false,
  }
}

/** Opens `profiles.json` in the user-data folder; a new one holds the built-in sandbox. */
export function openProfileDocument(folder: string): JsonDocument<ProfileDocument> {
  return openJsonDocument(folder, {
    name: 'profiles',
    schema: documentSchema,
    initial: () => ({ profiles: [firstProfile()], toErase: [] }),
  })
}
