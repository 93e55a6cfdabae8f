import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { vi } from 'vitest'
import { createDistributorApi, type DistributorApi } from '../../electron/api'
import { operationKinds } from '../../electron/features/operation-kinds'
import { createJournal, createJournalStore, createSchedule, type Journal } from '../../electron/journal'
import { systemClock } from '../../electron/journal/system-clock'
import { startSandbox } from '../../electron/sandbox'
import { connectionTo, quickSettings } from './api-client'
import { faultToken, type Sandbox, sandboxCredentials, steerSandbox } from './sandbox'
import { buildStoreChild, startStoreChild } from './store-process'

/** A minute of the schedule takes a millisecond. */
const hurry = 60_000

/** The application without its windows: real client, real HTTP, the sandbox, a store process with a real file. */
export interface LiveDesk {
  readonly api: DistributorApi
  readonly sandbox: Omit<Sandbox, 'stop'>
  /** Back to how the server's orders were made. */
  reset(): Promise<void>
  /** What the running application has. */
  journal(): Journal
  /** As a kill does: nothing that the old run had in mind happens any more. The next one takes up what is on disk. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a desk that signs in with any profile.
 * @param timeoutMs how long it waits for an answer
 */
export async function startLiveDesk({ timeoutMs }: { timeoutMs: number }): Promise<LiveDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-live-'))
  const bundle = await buildStoreChild()
  const server = await startSandbox({
    ...sandboxCredentials,
    faultToken,
    orders: 300,
    stateDir: join(folder, 'sandbox'),
  })
  const api = createDistributorApi({
    connection: async (profileId) =>
      ok(
        connectionTo(`${server.origin}/v3.8/distributor`, {
          ...sandboxCredentials,
          profileId,
          inferredNames: true,
        }),
      ),
    identity: { name: 'Gatehouse', version: '0.1.0', platform: 'Linux', installId: 'install-1' },
    resolveProxy: async () => 'DIRECT',
    settings: { ...quickSettings, timeoutMs },
  })
  const kinds = operationKinds(api, Date.now)
  const key = randomBytes(32)
  const start = (): Journal =>
    createJournal({
      store: createJournalStore({
        path: join(folder, 'journal', 'journal.db'),
        key: async () => ok(key),
        spawn: () => startStoreChild(bundle),
        now: Date.now,
        died: () => {},
      }),
      definitions: kinds.map(({ definition }) => definition),
      clock: systemClock,
      schedule: createSchedule(hurry),
      newId: randomUUID,
      mayCommand: () => ok(undefined),
      accountOf: () => 'the account of the test',
      undoWindow: () => 0,
      changed: () => {},
      report: () => {},
      deskUser: () => 'Amara',
    })
  let journal = start()
  return {
    api,
    sandbox: steerSandbox(server.origin),
    reset: server.reset,
    journal: () => journal,
    restart: async () => {
      journal.stop()
      journal = start()
      // The file is locked until the old process is gone.
      await vi.waitFor(
        async () => {
          const { state } = await journal.open()
          if (state !== 'ready') throw new Error(state)
        },
        { timeout: 5_000 },
      )
    },
    stop: async () => {
      journal.stop()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
      rmSync(dirname(bundle), { recursive: true, force: true })
    },
  }
}
