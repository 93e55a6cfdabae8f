import { secretOriginOf } from '@shared/features/profiles'
import type { ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { Keychain, KeychainError } from '../../platform/keychain'
import type { StoredProfile } from './profile-document'

/** What is secret in a profile. */
export interface ProfileSecret {
  readonly clientSecret: string
  readonly apiKey?: string | undefined
}

/** Where a secret can be kept: in the keychain, or in memory until the app ends. */
export type KeepingPlace = 'keychain' | 'session'

/** The secrets of profiles. Each is bound to the origin of the address it was given for. */
export interface ProfileSecrets {
  /**
   * The secret, when it may be sent to where the profile points now; `undefined` also when the keychain is locked
   * without saying so.
   */
  read(profile: StoredProfile): Promise<Result<ProfileSecret | undefined, KeychainError>>
  /** Binds a secret to where the profile points now. A `session` one leaves the keychain as it is. */
  keep(
    profile: StoredProfile,
    secret: ProfileSecret,
    place: KeepingPlace,
  ): Promise<Result<void, KeychainError>>
  /** Takes it out of memory. */
  forget(id: ProfileId): void
  /** Deletes the keychain's entry; `false` when nothing was deleted, which a locked keychain also answers. */
  eraseStored(id: ProfileId): Promise<boolean>
  isInMemoryOnly(id: ProfileId): boolean
}

/** One keychain entry. The origin in it holds even if somebody edits `profiles.json`. */
const entrySchema = z.object({ origin: z.string(), clientSecret: z.string(), apiKey: z.string().optional() })
type Entry = z.infer<typeof entrySchema>

/** @param remember is told every secret, so that it is kept out of the log */
export function createProfileSecrets(
  keychain: Pick<Keychain, 'read' | 'write' | 'remove'>,
  remember: (secret: string) => void,
): ProfileSecrets {
  /** Everything that was read or given since the start; main alone sees it. */
  const known = new Map<ProfileId, { entry: Entry; place: KeepingPlace }>()

  function note(id: ProfileId, entry: Entry, place: KeepingPlace): void {
    remember(entry.clientSecret)
    if (entry.apiKey !== undefined) remember(entry.apiKey)
    known.set(id, { entry, place })
  }

  return {
    read: async (profile) => {
      if (!known.has(profile.id) && profile.inKeychain) {
        const found = await keychain.read(accountOf(profile.id))
        if (!found.ok) return found
        const entry = parse(found.value)
        if (entry) note(profile.id, entry, 'keychain')
      }
      const entry = known.get(profile.id)?.entry
      return ok(entry && entry.origin === originOf(profile) ? entry : undefined)
    },
    keep: async (profile, { clientSecret, apiKey }, place) => {
      const entry = { origin: originOf(profile), clientSecret, ...(apiKey === undefined ? {} : { apiKey }) }
      remember(clientSecret)
      if (place === 'keychain') {
        const written = await keychain.write(accountOf(profile.id), JSON.stringify(entry))
        if (!written.ok) return written
      }
      note(profile.id, entry, place)
      return ok(undefined)
    },
    forget: (id) => {
      known.delete(id)
    },
    eraseStored: async (id) => {
      const removed = await keychain.remove(accountOf(id))
      return removed.ok && removed.value
    },
    isInMemoryOnly: (id) => known.get(id)?.place === 'session',
  }
}

const accountOf = (id: ProfileId): string => `profile:${id}`

/** @throws when the address of the profile is unusable: such a profile is never saved */
function originOf({ environment, address }: StoredProfile): string {
  const origin = secretOriginOf(environment, address)
  if (origin === undefined) throw new Error('a secret needs an address')
  return origin
}

function parse(text: string | undefined): Entry | undefined {
  if (text === undefined) return undefined
  try {
    return entrySchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
