import type { KeychainBackend } from '../../electron/platform/keychain'

/**
 * How a keychain behaves that cannot be had on every machine. `locked`: refuses to write and answers null.
 * `forgetful`: takes everything and answers null. `missing`: there is none. `mute`: never answers.
 */
export type KeychainBehaviour = 'open' | 'locked' | 'forgetful' | 'missing' | 'mute'

/** A keychain whose faults can be chosen; the real one is used in test/e2e/profiles.spec.ts. */
export function keychainDouble(behaviour: KeychainBehaviour = 'open') {
  const entries = new Map<string, string>()
  let unmute = () => {}
  const unmuted = new Promise<void>((resolve) => {
    unmute = resolve
  })
  const backend: KeychainBackend = {
    getPassword: async (service, account) => {
      await answering()
      return double.behaviour === 'open' ? (entries.get(`${service}/${account}`) ?? null) : null
    },
    setPassword: async (service, account, password) => {
      await answering()
      if (double.behaviour === 'locked') {
        throw new Error('Object does not exist at path “/org/freedesktop/secrets/collection/login”')
      }
      if (double.behaviour === 'open') entries.set(`${service}/${account}`, password)
    },
    deletePassword: async (service, account) => {
      await answering()
      return double.behaviour === 'open' && entries.delete(`${service}/${account}`)
    },
  }
  const double = {
    behaviour,
    entries,
    backend,
    /** Lets the calls of a mute keychain through, as when its owner has typed the password. */
    unmute: () => {
      double.behaviour = 'open'
      unmute()
    },
  }

  async function answering(): Promise<void> {
    if (double.behaviour === 'mute') await unmuted
    if (double.behaviour === 'missing') {
      throw new Error('Unknown or unsupported transport “disabled” for address “disabled:”')
    }
  }
  return double
}
