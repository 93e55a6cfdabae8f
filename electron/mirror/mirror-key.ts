import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import type { Result } from '@shared/kernel/result'
import type { Keychain } from '../platform/keychain'

/** The key of one mirror. */
export interface MirrorKey {
  /** A random 256-bit key, the same on every start; made when there is none and no data yet. */
  get(has: { existingData: boolean }): Promise<Result<Buffer, AppError>>
  /** The keychain works and has no such key: what was encrypted with it is lost. A locked keychain answers false. */
  isGone(): Promise<boolean>
  remove(): Promise<Result<unknown, AppError>>
}

/** Each profile's mirror has a key of its own, so that forgetting one leaves the others. */
export function mirrorKey(
  keychain: Pick<Keychain, 'check' | 'read' | 'remove' | 'getOrCreateKey'>,
  profile: ProfileId,
): MirrorKey {
  const name = `mirror-${profile}`
  const account = `key:${name}`
  return {
    get: (has) => keychain.getOrCreateKey(name, has),
    isGone: async () => {
      if ((await keychain.check()).state !== 'ready') return false
      const found = await keychain.read(account)
      return found.ok && found.value === undefined
    },
    remove: () => keychain.remove(account),
  }
}
