import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ok, type Result } from '@shared/kernel/result'
import { batchesHandlers, createSaveLine } from '../../electron/features/batches'
import { descriptionsOf, operationKinds } from '../../electron/features/operation-kinds'
import {
  createAnchorKeeper,
  createJournal,
  createJournalStore,
  createSchedule,
  type JournalStore,
} from '../../electron/journal'
import { systemClock } from '../../electron/journal/system-clock'
import { startStoreChild } from '../support/store-process'
import type { Part } from './bulk-raw'
import { type Account, createBenchClient, benchProfile as profile } from './client'

const caller = { windowId: 1 }

/**
 * The desk as the application has it, but for pacing, which waits on purpose: the client, the journal with its store in
 * a process of its own, and batches.
 */
export async function createBulkDesk(account: Account, storeScript: string, concurrency: number) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-bulk-'))
  const commits: number[] = []
  const api = createBenchClient(account, { concurrency })
  const store = createJournalStore({
    path: join(folder, 'journal.db'),
    key: async () => ok(Buffer.alloc(32, 7)),
    anchor: createAnchorKeeper({ place: inMemory(), now: Date.now, failed: () => {} }),
    spawn: () => startStoreChild(storeScript),
    now: Date.now,
    died: () => {},
  })
  const kinds = operationKinds(api, Date.now)
  const journal = createJournal({
    store: timed(store, commits),
    definitions: kinds.map(({ definition }) => definition),
    clock: systemClock,
    schedule: createSchedule(),
    newId: randomUUID,
    mayCommand: () => ok(undefined),
    aboutToSend: (profile) => void api.prepareCommand(profile),
    undoWindow: () => 0,
    accountOf: () => 'bench',
    changed: () => {},
    batchPace: { concurrency, perSecond: Number.POSITIVE_INFINITY },
    batchChanged: () => {},
    runLine: createSaveLine({ api }),
    report: (what) => console.error(what),
    deskUser: () => 'Bench',
  })
  const batches = batchesHandlers({
    api,
    journal,
    descriptions: descriptionsOf(kinds),
    deskUser: () => 'Bench',
    accountOf: () => 'bench',
    chooseSavePath: async () => undefined,
    chooseFolder: async () => undefined,
    openPath: async () => '',
    now: Date.now,
    changed: () => {},
    report: (what) => console.error(what),
  })
  await journal.open()

  const planAt = async (plan: string, stage: string): Promise<number> => {
    for (;;) {
      const found = must(await batches.getBatchPlan({ plan }, caller))
      if (found.stage === stage) return found.toSend ?? 0
      if (found.error) throw new Error(found.error.message)
      await sleep(20)
    }
  }

  return {
    /** The dry run, which is not part of what is measured. Answers the plan and how many lines it would send. */
    plan: async (parts: readonly Part[]): Promise<{ plan: string; count: number }> => {
      const references = parts.map(({ order, booking }) => ({ order, booking }))
      const { plan } = must(await batches.resolveBatch({ profile, kind: 'cancel', references }, caller))
      await planAt(plan, 'resolved')
      const action = { kind: 'cancel', refundToGuest: true, reason: 'bench' } as const
      must(await batches.planBatch({ plan, action }, caller))
      return { plan, count: await planAt(plan, 'planned') }
    },
    /** From the click to the last answer on disk. */
    run: async ({ plan, count }: { plan: string; count: number }): Promise<void> => {
      const { batch } = must(await batches.startBatch({ profile, plan, count }, caller))
      for (;;) {
        const record = await store.batches.get(batch)
        if (record?.state === 'finished') break
        if (record?.state !== 'running') throw new Error(`the batch is ${record?.state}`)
        // Seldom enough to cost nothing beside what is measured.
        await sleep(50)
      }
      const { done = 0 } = await store.batches.tally(batch)
      if (done !== count) throw new Error(`${done} of ${count} operations are done`)
    },
    /** How long each append took, from asking to its being on disk, in milliseconds. */
    commits,
    close: async () => {
      await journal.stop()
      await api.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The keychain's part, which is written behind and waited for by nobody. */
function inMemory() {
  let kept: string | undefined
  return {
    read: async () => ok(kept),
    write: async (text: string) => {
      kept = text
      return ok(undefined)
    },
  }
}

function timed(store: JournalStore, commits: number[]): JournalStore {
  return {
    ...store,
    append: async (events) => {
      const start = performance.now()
      const appended = await store.append(events)
      // Whole batches are written at once; what an operation waits for is a commit of its own.
      if (events.length === 1) commits.push(performance.now() - start)
      return appended
    },
  }
}

function must<T>(result: Result<T, { code: string; message: string }>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
