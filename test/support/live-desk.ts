import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { vi } from 'vitest'
import { createDistributorApi, type DistributorApi } from '../../electron/api'
import { createJournalStore, type Journal } from '../../electron/journal'
import { systemClock } from '../../electron/journal/system-clock'
import { CLIENT, startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'
import { AnchorShelf } from './anchor-place'
import { connectionTo, quickSettings } from './api-client'
import { buildStoreChild } from './build-store'
import { createJournalOver } from './order-desk'
import { startStoreChild } from './store-process'

/** A minute of the schedule takes a millisecond. */
const hurry = 60_000

/** The application without its windows: real client, real HTTP, the sandbox, a store process with a real file. */
export interface LiveDesk {
  readonly api: DistributorApi
  readonly server: TestClient
  readonly control: ReturnType<typeof controlOf>
  /** What the running application has. */
  journal(): Journal
  /** As a kill does: nothing that the old run had in mind happens any more. The next one takes up what is on disk. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a desk at which any profile signs in.
 * @param timeoutMs how long it waits for an answer
 */
export async function startLiveDesk({ timeoutMs }: { timeoutMs: number }): Promise<LiveDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-live-'))
  const bundle = await buildStoreChild()
  const server = await startTestSandbox({ faultToken: FAULT_TOKEN, orders: 700 })
  const api = createDistributorApi({
    connection: async (profileId) =>
      ok(connectionTo(server.base, { ...CLIENT, profileId, inferredNames: true })),
    identity: { name: 'Gatehouse', version: '0.1.0', platform: 'Linux', installId: 'install-1' },
    resolveProxy: async () => 'DIRECT',
    settings: { ...quickSettings, timeoutMs },
  })
  const key = randomBytes(32)
  const shelf = new AnchorShelf()
  const start = (): Journal => {
    const store = createJournalStore({
      path: join(folder, 'journal', 'journal.db'),
      key: async () => ok(key),
      anchor: shelf.keeper(),
      spawn: () => startStoreChild(bundle),
      now: Date.now,
      died: () => {},
    })
    return createJournalOver(api, store, { clock: systemClock, scale: hurry })
  }
  let journal = start()
  return {
    api,
    server,
    control: controlOf(server),
    journal: () => journal,
    restart: async () => {
      journal.stop()
      journal = start()
      // The file is locked until the old process is gone.
      await vi.waitFor(async () => expectReady(await journal.open()), { timeout: 20_000 })
    },
    stop: async () => {
      journal.stop()
      await server.sandbox.close()
      rmSync(folder, { recursive: true, force: true })
      rmSync(dirname(bundle), { recursive: true, force: true })
    },
  }
}

function expectReady({ state }: { state: string }): void {
  if (state !== 'ready') throw new Error(`the journal is ${state}`)
}
