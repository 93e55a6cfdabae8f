import type { Keychain } from '../platform/keychain'
import type { Journal } from './index'

/**
 * Takes up what an earlier run left as soon as its key can be had: a keychain that was locked at the start may be
 * unlocked at any time, and open outcomes are not to wait until somebody opens Operations.
 * @param exists whether there is a journal to take up
 */
export function openWhenUnlocked(
  keychain: Pick<Keychain, 'onChange'>,
  journal: Pick<Journal, 'open'>,
  exists: () => boolean,
): void {
  keychain.onChange(({ state }) => {
    if (state === 'ready' && exists()) void journal.open()
  })
}
