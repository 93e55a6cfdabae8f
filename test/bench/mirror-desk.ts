import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ok } from '@shared/kernel/result'
import { createDistributorApi, type OrderFilters } from '../../electron/api'
import { systemClock } from '../../electron/journal/system-clock'
import { createMirrorStore } from '../../electron/mirror/mirror-store'
import { createSync } from '../../electron/mirror/sync'
import { startStoreChild } from '../support/store-process'
import type { SandboxServer } from './sandbox'

const profile = 'bench'
/** As many as the application reads at a time. */
export const atOnce = 2

/** A mirror as the application keeps it, but for the pace, which waits on purpose. */
export function createMirrorDesk(sandbox: SandboxServer, mirrorScript: string) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-mirror-'))
  const api = createDistributorApi({
    connection: async () =>
      ok({
        profileId: profile,
        baseAddress: `${sandbox.origin}/v3.8/distributor`,
        clientId: sandbox.clientId,
        clientSecret: sandbox.clientSecret,
        distributorId: '501',
        inferredNames: false,
      }),
    identity: { name: 'Gatehouse', version: '0.0.0', platform: 'Linux', installId: 'bench' },
    resolveProxy: async () => 'DIRECT',
    settings: { pacing: { requests: 1_000_000, perMs: 1 } },
  })
  const key = Buffer.alloc(32, 7)
  const store = createMirrorStore({
    path: join(folder, 'mirror.db'),
    key: { get: async () => ok(key), isGone: async () => false, remove: async () => ok(undefined) },
    spawn: () => startStoreChild(mirrorScript),
    now: Date.now,
    died: (code) => console.error(`the mirror's process ended (${code})`),
  })
  const asked: OrderFilters[] = []
  const sync = createSync({
    page: (filters, options) => {
      asked.push(filters ?? {})
      return api.for(profile).orders.page(filters, options)
    },
    store,
    clock: systemClock,
    settings: { pace: { atOnce, perSecond: Number.POSITIVE_INFINITY } },
    changed: () => {},
    stateChanged: () => {},
    report: (what, detail) => console.error(what, detail),
  })
  return {
    store,
    /** What the server was asked for, in order. */
    asked,
    fill: async () => {
      await sync.start()
      while (sync.state().state !== 'fresh') {
        const { state, why } = sync.state()
        if (state === 'paused') throw new Error(`the sync paused: ${why}`)
        await sleep(20)
      }
    },
    held: () => sync.state().orders,
    close: async () => {
      await sync.stop()
      store.stop()
      await api.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
