import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Keychain } from '../platform/keychain'

/** The key of one mirror. */
export interface MirrorKey {
  /** A random 256-bit key, the same on every start; made when there is none and no data yet. */
  get(has: { existingData: boolean }): Promise<Result<Buffer, AppError>>
  /** The keychain works and has no such key: what was encrypted with it is lost. A locked keychain answers false. */
  isGone(): Promise<boolean>
  /** Also where there is none. A keychain that deleted nothing because it is locked is an error. */
  remove(): Promise<Result<unknown, AppError>>
}

/** Each profile's mirror has a key of its own, so that forgetting one leaves the others. */
export function mirrorKey(
  keychain: Pick<Keychain, 'check' | 'read' | 'remove' | 'getOrCreateKey'>,
  profile: ProfileId,
): MirrorKey {
  const name = `mirror-${profile}`
  const account = `key:${name}`
  const isGone = async (): Promise<boolean> => {
    if ((await keychain.check()).state !== 'ready') return false
    const found = await keychain.read(account)
    return found.ok && found.value === undefined
  }
  return {
    get: (has) => keychain.getOrCreateKey(name, has),
    isGone,
    remove: async () => {
      const removed = await keychain.remove(account)
      if (!removed.ok) return removed
      if (removed.value || (await isGone())) return ok(undefined)
      return err(appError('KEYCHAIN_LOCKED', 'the keychain did not delete the key of a mirror'))
    },
  }
}
