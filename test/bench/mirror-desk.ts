import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ok } from '@shared/kernel/result'
import type { OrderFilters } from '../../electron/api'
import { systemClock } from '../../electron/journal/system-clock'
import { createMirrorStore } from '../../electron/mirror/mirror-store'
import { createSync } from '../../electron/mirror/sync'
import { startStoreChild } from '../support/store-process'
import { type Account, benchProfile, createBenchClient } from './client'
import type { PreparedMirror } from './prepared/prepare'
import { benchKey } from './prepared/world'

/** As many as the application reads at a time. */
export const atOnce = 2

/** A mirror as the application keeps it, but for the pace, which waits on purpose. It begins as the prepared one. */
export function createMirrorDesk(account: Account, mirrorScript: string, prepared: PreparedMirror) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-mirror-'))
  const path = join(folder, 'mirror.db')
  copyFileSync(prepared.path, path, constants.COPYFILE_FICLONE)
  const api = createBenchClient(account)
  const store = createMirrorStore({
    path,
    key: { get: async () => ok(benchKey), isGone: async () => false, remove: async () => ok(undefined) },
    spawn: () => startStoreChild(mirrorScript),
    now: Date.now,
    died: (code) => console.error(`the mirror's process ended (${code})`),
  })
  const asked: OrderFilters[] = []
  const newSync = () =>
    createSync({
      page: (filters, options) => {
        asked.push(filters ?? {})
        return api.for(benchProfile).orders.page(filters, options)
      },
      store,
      clock: systemClock,
      settings: { pace: { atOnce, perSecond: Number.POSITIVE_INFINITY } },
      changed: () => {},
      stateChanged: () => {},
      report: (what, detail) => console.error(what, detail),
    })
  return {
    folder,
    store,
    /** What the server was asked for, in order. */
    asked,
    /** Goes on from a state of the sync until nothing is left to be read. */
    fill: async (state: string) => {
      await store.putState(state)
      const sync = newSync()
      await sync.start()
      while (sync.state().state !== 'fresh') {
        const { state, why } = sync.state()
        if (state === 'paused') throw new Error(`the sync paused: ${why}`)
        await sleep(20)
      }
      await sync.stop()
    },
    close: async () => {
      store.stop()
      await api.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type MirrorDesk = ReturnType<typeof createMirrorDesk>
