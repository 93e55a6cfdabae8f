import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { keychainStatusSchema, profileSchema } from './profile'

/** All profiles, in the order of `Ctrl/Cmd+1…9`, and the one that the asking window works with. */
export const profileListSchema = z.object({
  profiles: z.array(profileSchema).min(1),
  active: profileIdSchema,
  keychain: keychainStatusSchema,
})
export type ProfileList = z.infer<typeof profileListSchema>

export const listProfiles = operation({
  kind: 'query',
  input: z.strictObject({}),
  output: profileListSchema,
})
