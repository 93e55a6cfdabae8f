import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ok, type Result } from '@shared/kernel/result'
import { createSaveLine } from '../../electron/features/batches'
import { operationKinds } from '../../electron/features/operation-kinds'
import {
  createAnchorKeeper,
  createJournal,
  createJournalStore,
  createSchedule,
  type JournalStore,
} from '../../electron/journal'
import { systemClock } from '../../electron/journal/system-clock'
import { startStoreChild } from '../support/store-process'
import { type Account, createBenchClient } from './client'

export const benchCaller = { windowId: 1 }
/** What a fingerprint of the bench's account is. */
export const benchAccount = 'bench'

/**
 * The client and the journal as the application has them, its store in a process of its own, but for pacing, which waits on
 * purpose.
 */
export async function createJournalDesk(account: Account, storeScript: string, concurrency: number) {
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
    accountOf: () => benchAccount,
    changed: () => {},
    batchPace: { concurrency, perSecond: Number.POSITIVE_INFINITY },
    batchChanged: () => {},
    runLine: createSaveLine({ api }),
    report: (what) => console.error(what),
    deskUser: () => 'Bench',
  })
  await journal.open()
  return {
    ...{ api, journal, kinds },
    /** Waits until a batch has run, and all of it is done. */
    done: async (batch: string, count: number): Promise<void> => {
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

/** What was answered, where anything else ends the bench. */
export function must<T>(result: Result<T, { code: string; message: string }>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}
