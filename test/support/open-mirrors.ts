import { join } from 'node:path'
import { systemClock } from '../../electron/journal/system-clock'
import { createMirrors, type Mirrors, mirrorsSpec, mirrorWishes } from '../../electron/mirror'
import { openJsonDocument } from '../../electron/platform/json-document'
import { createKeychain } from '../../electron/platform/keychain'
import { CLIENT } from '../unit/sandbox/support/client'
import { clientFor, connectionTo } from './api-client'
import type { keychainDouble } from './keychain-double'
import { startStoreChild } from './store-process'

interface Installation {
  readonly folder: string
  /** The store's program. */
  readonly bundle: string
  readonly keys: ReturnType<typeof keychainDouble>
  /** Of the server. */
  readonly base: string
  /** References that are told as changed, and what is reported, are added to these. */
  readonly changed: string[]
  readonly reported: string[]
}

interface Circumstances {
  readonly byDefault: 'kept' | 'off'
  readonly isLocal: () => boolean
  readonly account: () => string | undefined
  readonly spawned: () => void
}

/** The mirrors of an installation as the application has them: real files and processes. They are the caller's to stop. */
export function openMirrors(installation: Installation, circumstances: Circumstances) {
  const { folder, bundle, keys, base, changed, reported } = installation
  const settings = { pacing: { requests: 10_000, perMs: 1_000 } }
  const { api, profile } = clientFor(connectionTo(base, { ...CLIENT, inferredNames: false }), {
    settings,
    sawOrder: (of, { text }, askedAt) => mirrors.saw(of, text, askedAt),
  })
  const mirrors: Mirrors = createMirrors({
    folder: join(folder, 'mirror'),
    keychain: createKeychain({ service: 'test', load: async () => keys.backend }),
    api,
    wishes: mirrorWishes(openJsonDocument(folder, mirrorsSpec)),
    byDefault: () => circumstances.byDefault,
    isOnThisComputer: circumstances.isLocal,
    accountOf: circumstances.account,
    syncSettings: () => ({ pace: { atOnce: 2, perSecond: 1_000 } }),
    spawn: () => {
      circumstances.spawned()
      return startStoreChild(bundle)
    },
    clock: systemClock,
    changed: (_, references) => changed.push(...references),
    stateChanged: () => {},
    filesLeft: async () => {},
    report: (what) => reported.push(what),
  })
  return { mirrors, orders: profile.orders }
}
