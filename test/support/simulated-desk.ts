import { randomUUID } from 'node:crypto'
import type { AppError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { AnchorKeeper } from '../../electron/journal/anchor-keeper'
import { appendInTurn } from '../../electron/journal/append-in-turn'
import type { BatchRecord } from '../../electron/journal/batch'
import { type BatchPace, defaultBatchPace } from '../../electron/journal/batch-pace'
import { type BatchRunner, createBatchRunner } from '../../electron/journal/batch-runner'
import { operationsWork } from '../../electron/journal/batch-work'
import type { EngineClock } from '../../electron/journal/clock'
import type { BoundDefinition } from '../../electron/journal/definition'
import { createEngine, type Engine } from '../../electron/journal/engine'
import type { Entry } from '../../electron/journal/entry'
import type { JournalStore, NotRecorded } from '../../electron/journal/journal-store'
import { createLineWork, type RunLine } from '../../electron/journal/line-work'
import { recordBatch } from '../../electron/journal/record-batch'
import { createSchedule } from '../../electron/journal/schedule'
import type { Anchor } from '../../electron/store/journal/anchor'
import { type JournalFile, openJournal } from '../../electron/store/journal/journal-file'
import type { AnchorShelf } from './anchor-place'
import { aProfile, testSecret } from './journal'
import { firstTickets, SimulatedServer } from './simulated-server'
import { SimulatedTime } from './simulated-time'

/** What goes wrong with one append. */
export type AppendFault =
  | 'none'
  /** The disk does not take it. */
  | 'refused'
  /** The journal turned out to be damaged. */
  | 'damaged'
  /** The program ends just before, or just after, it is on disk. */
  | 'killed-before'
  | 'killed-after'

export interface DeskOptions {
  /** How the operation works; a plain one of the server's own without it. */
  readonly define?: (server: SimulatedServer) => BoundDefinition
  /** A journal to share with other desks, which have other profiles: opening one takes longer than a short history. */
  readonly journal?: JournalFile
  readonly profile?: string
  readonly pace?: BatchPace
  /** Where the chain's head is kept outside the journal, a second behind it. */
  readonly anchors?: AnchorShelf
}

/** A journal in memory. */
export function openTestJournal(): JournalFile {
  const opened = openJournal(':memory:', testSecret, 0)
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

const never = new Promise<never>(() => {})

/**
 * A desk in simulated time: the real engine on the real journal (in memory), against a simulated server. `kill` is
 * what kill -9 does: nothing that the old run had in mind happens any more, but what was sent is with the server.
 */
export class SimulatedDesk {
  readonly time = new SimulatedTime(1_700_000_000_000)
  readonly server = new SimulatedServer(this.time)
  readonly appendFaults: AppendFault[] = []
  readonly changes: Entry[] = []
  readonly journal: JournalFile
  readonly profile: string
  readonly pace: BatchPace
  kills = 0
  /** What a commit waits for before it is made. */
  diskTakes: (() => Promise<void>) | undefined
  /** How long an operation can be taken back, in milliseconds. */
  undoWindow = 0
  /** Where the profile works; `undefined` once it is gone. */
  account: string | undefined = 'canal-tours at the vendor'
  /** How long before submitting the desk read the order, in milliseconds. */
  readAge = 0
  /** What carries out lines that change nothing at the API. */
  runLine: RunLine = async (_, { detail }) => ({ state: 'done', detail })
  /** Whether the profile may change anything. */
  allowed: Result<void, AppError> = ok(undefined)
  engine: Engine
  runner!: BatchRunner
  store!: JournalStore
  /** Once what an earlier run left is taken up. */
  ready!: Promise<void>
  /** What was kept of the chain whenever the program ended, and how far the chain was by then. */
  readonly keptAtKills: { readonly anchor: Anchor; readonly reached: number }[] = []
  readonly #definition: BoundDefinition
  readonly #anchors: AnchorShelf | undefined

  constructor({ define, journal, profile = aProfile, pace = defaultBatchPace, anchors }: DeskOptions = {}) {
    this.#anchors = anchors
    this.profile = profile
    this.pace = pace
    this.#definition = define ? define(this.server) : this.server.definition()
    this.journal = journal ?? openTestJournal()
    this.engine = this.#start()
  }

  kill(): void {
    this.kills++
    const anchor = this.#anchors?.anchor
    if (anchor) this.keptAtKills.push({ anchor, reached: this.journal.mark().seq })
    this.runner.end()
    this.engine.stop()
    this.engine = this.#start()
  }

  submit(order: string, ...tickets: readonly string[]): Promise<Result<readonly string[], NotRecorded>> {
    const before = { version: 1, tickets: firstTickets, cancelled: [], processing: [] }
    const drafts = tickets.map((ticket) => {
      const target = { profile: this.profile, kind: 'cancel-ticket', order, claims: [`ticket:${ticket}`] }
      return { ...target, intent: { ticket }, before, readAt: this.time.now() - this.readAge }
    })
    return this.engine.submit(drafts, 'Amara')
  }

  /** Records a batch, a line for each ticket of each order, and runs it. Answers its id once all of it is on disk. */
  async submitBatch(tickets: readonly { order: string; ticket: string }[]): Promise<string | undefined> {
    await this.ready
    const { engine, runner, store } = this
    const before = { version: 1, tickets: firstTickets, cancelled: [], processing: [] }
    const now = this.time.now()
    const record: BatchRecord = {
      ...{ id: randomUUID(), profile: this.profile, who: 'Amara', createdAt: now, since: now, startsAt: now },
      ...{ account: this.account, state: 'recording', lines: tickets.length, detail: {} },
    }
    const commands = tickets.map(({ order, ticket }, index) => {
      const target = { profile: this.profile, kind: 'cancel-ticket', order, claims: [`ticket:${ticket}`] }
      return [{ ...target, intent: { ticket }, before, readAt: now, line: index + 1 }]
    })
    const lines = tickets.map((detail, index) => ({ line: index + 1, unsent: false, detail }))
    const inProgress = (line: number, holder: string) => ({ line, unsent: true, detail: { holder } })
    const recorded = await recordBatch(
      { engine, store: store.batches },
      { record, lines, commands, inProgress },
    )
    await runner.run(record, recorded.ok)
    return recorded.ok ? record.id : undefined
  }

  /** Records a batch whose lines change nothing at the API, and runs it. */
  async submitLines(orders: readonly string[]): Promise<string> {
    await this.ready
    const now = this.time.now()
    const record: BatchRecord = {
      ...{ id: randomUUID(), profile: this.profile, who: 'Amara', createdAt: now, since: now, startsAt: now },
      ...{ account: this.account, state: 'recording', lines: orders.length, detail: {}, work: 'lines' },
    }
    const lines = orders.map((order, index) => ({
      ...{ line: index + 1, unsent: false, state: 'queued' as const },
      detail: { order },
    }))
    const parts = { record, lines, commands: [], inProgress: () => ({ line: 0, unsent: true, detail: {} }) }
    const recorded = await recordBatch({ engine: this.engine, store: this.store.batches }, parts)
    await this.runner.run(record, recorded.ok)
    return record.id
  }

  /** A batch as it is on disk. */
  batch(id: string): BatchRecord {
    const found = this.journal.batches.get(id)
    if (!found) throw new Error(`the journal lost the batch ${id}`)
    return found
  }

  /** What is not settled of this desk. */
  unsettled(): readonly Entry[] {
    return this.journal.unsettled().filter(({ profile }) => profile === this.profile)
  }

  entry(id: string): Entry {
    const found = this.journal.entry(id)
    if (!found) throw new Error(`the journal lost ${id}`)
    return found
  }

  #start(): Engine {
    const run = this.kills
    const alive = () => this.kills === run
    /** After a kill nothing of the old run goes on. */
    const inThisRun = async <T>(work: () => Promise<T> | T): Promise<T> => {
      if (!alive()) return never
      const result = await work()
      return alive() ? result : never
    }
    const real = this.#definition
    const clock: EngineClock = {
      now: () => this.time.now(),
      after: (ms, run) =>
        this.time.after(ms, () => {
          if (alive()) run()
        }),
    }
    const keeper = this.#anchors?.keeper({ after: clock.after })
    const store = this.#store(inThisRun, keeper)
    this.store = store
    const engine = createEngine({
      store,
      definitions: [
        {
          ...real,
          read: (entry) => inThisRun(() => real.read(entry)),
          send: (entry) => inThisRun(() => real.send(entry)),
        },
      ],
      clock,
      schedule: createSchedule(),
      newId: () => randomUUID(),
      mayCommand: () => this.allowed,
      aboutToSend: () => {},
      undoWindow: () => this.undoWindow,
      accountOf: () => this.account,
      answered: () => void Promise.resolve().then(runner.wake),
      changed: (entries) => {
        runner.note(entries)
        this.changes.push(...entries)
      },
      report: () => {},
    })
    const runner = createBatchRunner({
      operations: operationsWork(engine),
      lines: createLineWork({
        store: store.batches,
        clock,
        schedule: createSchedule(),
        runLine: (record, line) => inThisRun(() => this.runLine(record, line)),
        note: (steps) => runner.note(steps),
        report: () => {},
      }),
      store: store.batches,
      clock,
      pace: this.pace,
      mayCommand: () => this.allowed,
      accountOf: () => this.account,
      changed: () => {},
      report: () => {},
    })
    this.runner = runner
    this.ready = (async () => {
      const left = await store.batches.open()
      await engine.start()
      await runner.start(left)
    })()
    return engine
  }

  #store(
    inThisRun: <T>(work: () => Promise<T> | T) => Promise<T>,
    keeper: AnchorKeeper | undefined,
  ): JournalStore {
    const { journal } = this
    return {
      open: () => inThisRun(() => ({ state: 'ready' as const, report: journal.report })),
      status: () => ({ state: 'ready', report: journal.report }),
      accept: () => inThisRun(() => ({ state: 'ready' as const, report: journal.report })),
      append: appendInTurn<NotRecorded>((appends) =>
        inThisRun<Result<readonly Entry[], NotRecorded>[]>(async () => {
          await this.diskTakes?.()
          const fault = this.appendFaults.shift() ?? 'none'
          const refused = (why: NotRecorded) => appends.map(() => err(why))
          if (fault === 'refused') return refused({ reason: 'unavailable', detail: 'SQLITE_FULL' })
          if (fault === 'damaged') return refused({ reason: 'damaged' })
          if (fault === 'killed-before') this.kill()
          else {
            const results = journal.appendAll(appends)
            if (fault === 'killed-after') this.kill()
            else keeper?.note(journal.mark())
            return results
          }
          return never
        }),
      ),
      entry: (id) => inThisRun(() => journal.entry(id)),
      history: (id) => inThisRun(() => journal.history(id)),
      unsettled: () => inThisRun(() => this.unsettled()),
      settled: ({ before, limit }) => inThisRun(() => journal.settled(before, limit)),
      list: ({ before, limit, ...filter }) => inThisRun(() => journal.list(filter, before, limit)),
      group: (id) => inThisRun(() => journal.group(id, 500)),
      counts: (profile) => inThisRun(() => journal.counts(profile)),
      batches: {
        create: (record, lines) => inThisRun(() => journal.batches.create(record, lines)),
        put: (record) => inThisRun(() => journal.batches.put(record)),
        putLines: (id, lines) => inThisRun(() => journal.batches.putLines(id, lines)),
        get: (id) => inThisRun(() => journal.batches.get(id)),
        list: (profile, limit) => inThisRun(() => journal.batches.list(profile, limit)),
        open: () => inThisRun(() => journal.batches.open()),
        tally: (id) => inThisRun(() => journal.batches.tally(id)),
        linesIn: (id, states) => inThisRun(() => journal.batches.linesIn(id, states)),
        lines: (id, page) => inThisRun(() => journal.batches.lines(id, page)),
        linesOf: (order) => inThisRun(() => journal.batches.linesOf(order)),
        unresolved: () => inThisRun(() => journal.batches.unresolved()),
        eraseLines: (lines) => inThisRun(() => journal.batches.eraseLines(lines)),
      },
      privacy: {
        put: (record) => inThisRun(() => journal.privacy.put(record)),
        end: (record, digests) => inThisRun(() => journal.privacy.end(record, digests)),
        get: (id) => inThisRun(() => journal.privacy.get(id)),
        list: (owner) => inThisRun(() => journal.privacy.list(owner)),
        unended: () => inThisRun(() => journal.privacy.unended()),
        countSince: (created) => inThisRun(() => journal.privacy.countSince(created)),
        lastNumber: (year) => inThisRun(() => journal.privacy.lastNumber(year)),
        erased: (owner, digests) => inThisRun(() => journal.privacy.erased(owner, digests)),
        noteFile: (file) => inThisRun(() => journal.privacy.noteFile(file)),
        forgetFile: (path) => inThisRun(() => journal.privacy.forgetFile(path)),
        lists: (owner) => inThisRun(() => journal.privacy.lists(owner)),
        files: (owner, orders) => inThisRun(() => journal.privacy.files(owner, orders)),
      },
      purge: (order, request) => inThisRun(() => journal.purge(order, request)),
      requestIds: (entries) => inThisRun(() => journal.requestIds(entries)),
      check: () => never,
      stop: () => undefined,
    }
  }
}
