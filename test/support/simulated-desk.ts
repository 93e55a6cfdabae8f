import { randomUUID } from 'node:crypto'
import { err, ok, type Result } from '@shared/kernel/result'
import type { BoundDefinition } from '../../electron/journal/definition'
import { createEngine, type Engine } from '../../electron/journal/engine'
import type { Entry } from '../../electron/journal/entry'
import type { JournalStore, NotRecorded } from '../../electron/journal/journal-store'
import { createSchedule } from '../../electron/journal/schedule'
import { type JournalFile, openJournal } from '../../electron/store/journal/journal-file'
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
  kills = 0
  /** How long an operation can be taken back, in milliseconds. */
  undoWindow = 0
  /** Where the profile works; `undefined` once it is gone. */
  account: string | undefined = 'canal-tours at the vendor'
  /** How long before submitting the desk read the order, in milliseconds. */
  readAge = 0
  engine: Engine
  readonly #definition: BoundDefinition

  constructor({ define, journal, profile = aProfile }: DeskOptions = {}) {
    this.profile = profile
    this.#definition = define ? define(this.server) : this.server.definition()
    this.journal = journal ?? openTestJournal()
    this.engine = this.#start()
  }

  kill(): void {
    this.kills++
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
    const engine = createEngine({
      store: this.#store(inThisRun),
      definitions: [
        {
          ...real,
          read: (entry) => inThisRun(() => real.read(entry)),
          send: (entry) => inThisRun(() => real.send(entry)),
        },
      ],
      clock: {
        now: () => this.time.now(),
        after: (ms, run) =>
          this.time.after(ms, () => {
            if (alive()) run()
          }),
      },
      schedule: createSchedule(),
      newId: () => randomUUID(),
      mayCommand: () => ok(undefined),
      undoWindow: () => this.undoWindow,
      accountOf: () => this.account,
      changed: (entries) => void this.changes.push(...entries),
      report: () => {},
    })
    void engine.start()
    return engine
  }

  #store(inThisRun: <T>(work: () => Promise<T> | T) => Promise<T>): JournalStore {
    const { journal } = this
    return {
      open: () => inThisRun(() => ({ state: 'ready' as const, report: journal.report })),
      status: () => ({ state: 'ready', report: journal.report }),
      accept: () => inThisRun(() => ({ state: 'ready' as const, report: journal.report })),
      append: (events) =>
        inThisRun(() => {
          const fault = this.appendFaults.shift() ?? 'none'
          if (fault === 'refused') return err({ reason: 'unavailable' as const, detail: 'SQLITE_FULL' })
          if (fault === 'damaged') return err({ reason: 'damaged' as const })
          if (fault === 'killed-before') this.kill()
          else {
            const result = journal.append(events)
            if (fault === 'killed-after') this.kill()
            return result
          }
          return never
        }),
      entry: (id) => inThisRun(() => journal.entry(id)),
      history: (id) => inThisRun(() => journal.history(id)),
      unsettled: () => inThisRun(() => this.unsettled()),
      list: ({ before, limit, ...filter }) => inThisRun(() => journal.list(filter, before, limit)),
      group: (id) => inThisRun(() => journal.group(id, 500)),
      counts: (profile) => inThisRun(() => journal.counts(profile)),
      stop: () => undefined,
    }
  }
}
