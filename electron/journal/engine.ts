import { type AppError, appError } from '@shared/kernel/app-error'
import type { OperationId, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { EngineClock } from './clock'
import type { BoundDefinition } from './definition'
import type { Entry } from './entry'
import type { JournalEvent, PlacedEvent } from './event'
import type { JournalStatus, JournalStore, NotRecorded } from './journal-store'
import { lookUp } from './look-up'
import { type Draft, interrupted, type LineDraft, recordedEvents } from './made-events'
import { nextStep, type Step } from './next-step'
import { OpenEntries, orderOf } from './open-entries'
import type { AccountOf } from './same-account'
import type { Schedule } from './schedule'
import { readBefore, sendEntry } from './send'
import type { StepContext } from './step-context'
import { type UndoDeps, undoOf } from './undo-of'

export interface EngineDeps extends UndoDeps {
  readonly store: JournalStore
  readonly clock: EngineClock
  readonly schedule: Schedule
  readonly newId: () => OperationId
  /** Whether the profile may change anything at the API right now. */
  readonly mayCommand: (profile: ProfileId) => Result<void, AppError>
  readonly accountOf: AccountOf
  /** Called when a command of a profile will be sent in a moment, unless a reading says otherwise. */
  readonly aboutToSend: (profile: ProfileId) => void
  /** Called when a request is over and only its record is left: another may leave. */
  readonly answered: () => void
  /** Called after entries changed on disk. */
  readonly changed: (entries: readonly Entry[]) => void
  /** For the log: what went wrong inside, without anything of the entry but its id. */
  readonly report: (what: string, detail: Readonly<Record<string, string>>) => void
}

/** The batch that drafts are part of, and who sends them when. */
export interface BatchLot {
  readonly batch: OperationId
  readonly who: string
}

/** Why a lot is not on disk. */
export type LotRefusal = NotRecorded & { readonly line: number | undefined }

/** What a person found out about an operation that needs review, and how. */
export interface Decision {
  readonly happened: boolean
  readonly why: string
}

export type { Draft, LineDraft } from './made-events'

export interface Engine {
  /** Opens the journal and takes up what an earlier run left. May be called again when it could not be opened. */
  start(): Promise<JournalStatus>
  /** Records all drafts as one command, or none, and runs them. Answers their ids once they are on disk. */
  submit(drafts: readonly Draft[], who: string): Promise<Result<readonly OperationId[], NotRecorded>>
  /**
   * Records the drafts of a batch, all of them or none; those that stand together in a list are one command. They stand
   * aside until they are admitted. A refusal says which line another operation is in the way of.
   */
  submitLot(commands: readonly (readonly LineDraft[])[], lot: BatchLot): Promise<Result<void, LotRefusal>>
  /** What of a batch stands aside, in the order it was recorded. */
  aside(batch: string): readonly Entry[]
  /** What of a batch is being sent. */
  underWay(batch: string): readonly Entry[]
  /** Lets an entry that stands aside run in its turn; false when there is none any more. */
  admit(id: OperationId): boolean
  /** Puts an entry aside again, unless it is under way. */
  dismiss(id: OperationId): void
  /** True while a request of an entry is under way or nothing but its turn keeps it from that. */
  isBusy(id: OperationId): boolean
  /** Looks an open outcome up now and answers the entry afterwards. */
  lookUpNow(id: OperationId): Promise<Entry | undefined>
  /** Reads the target of what is queued, and says whether it could still be sent as it was confirmed. */
  check(id: OperationId): Promise<Result<void, AppError>>
  /** Sends what is queued without waiting any longer; the target is read once more right before. */
  release(id: OperationId, who: string): Promise<Result<Entry, NotRecorded>>
  /** Takes back what is queued. */
  withdraw(id: OperationId, who: string): Promise<Result<Entry, NotRecorded>>
  /** Settles what needs review as a person decided. */
  mark(id: OperationId, decision: Decision, who: string): Promise<Result<Entry, NotRecorded>>
  /** To be called when the machine woke up: what became due meanwhile is done now. */
  wake(): void
  stop(): void
}

/** How old a reading may be to count as made just before sending. */
const freshFor = 5_000
/** Wait before the next try after the store could not take an event. */
const storeWait = 30_000

/** Runs the journal: one step at a time per order, each recorded before and after. */
export function createEngine(deps: EngineDeps): Engine {
  const { store, clock, report } = deps
  const definitions = new Map(deps.definitions.map((definition) => [definition.kind, definition]))
  const open = new OpenEntries()
  /** When something of ours last happened to each order in this run. */
  const touched = new Map<string, number>()
  const readAt = new Map<OperationId, number>()
  const postponed = new Map<OperationId, number>()
  const asked = new Set<OperationId>()
  /** Queued by an earlier run, and nothing happened to it in this one. */
  const leftOver = new Set<OperationId>()
  /** The server said that it is done, which is being written. */
  const answered = new Set<OperationId>()
  const resting = new Map<string, number>()
  const running = new Map<string, Promise<void>>()
  let starting: Promise<JournalStatus> | undefined
  let started = false
  let stopped = false
  let disarm = () => {}

  const track = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      open.put(entry)
      postponed.delete(entry.id)
      if (entry.state !== 'queued' || entry.held) leftOver.delete(entry.id)
      if (entry.ordinal > 1) readAt.delete(entry.id)
      answered.delete(entry.id)
    }
    deps.changed(entries)
  }

  const place = (entry: Entry, event: JournalEvent): PlacedEvent => ({
    entry: entry.id,
    ordinal: entry.ordinal + 1,
    at: clock.now(),
    event,
  })

  const appendPlaced = async (placed: PlacedEvent): Promise<Result<Entry, NotRecorded>> => {
    const result = await store.append([placed])
    if (result.ok) {
      track(result.value)
      return ok(result.value[0] as Entry)
    }
    report('journal.not-recorded', { entry: placed.entry, event: placed.event.type, ...result.error })
    if (result.error.reason === 'out-of-place') {
      const actual = await store.entry(placed.entry).catch(() => undefined)
      if (actual) track([actual])
    }
    return result
  }

  const sleep = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve))

  const contextOf = (definition: BoundDefinition): StepContext => ({
    ...deps,
    definition,
    append: async (entry, event) => {
      const appended = stopped ? undefined : await appendPlaced(place(entry, event))
      if (!appended?.ok) return undefined
      touched.set(orderOf(entry), clock.now())
      return appended.value
    },
    appendOutcome: async (entry, event) => {
      const placed = place(entry, event)
      for (let wait = 1000; !stopped; wait = Math.min(wait * 2, storeWait)) {
        touched.set(orderOf(entry), clock.now())
        const appended = await appendPlaced(placed)
        if (appended.ok || appended.error.reason !== 'unavailable') return
        await sleep(wait)
      }
    },
    answered: (entry) => {
      answered.add(entry.id)
      deps.answered()
    },
    postpone: (entry, ms) => void postponed.set(entry.id, clock.now() + ms),
    isAside: (entry) => open.isAside(entry),
    isFresh: (entry) => {
      const at = readAt.get(entry.id)
      if (at === undefined || clock.now() - at > freshFor) return false
      return (touched.get(orderOf(entry)) ?? 0) < at
    },
  })

  const lookUpAt = (entry: Entry): number | undefined => {
    if (asked.has(entry.id)) return 0
    if (entry.state !== 'unknown' && entry.state !== 'at-supplier') return undefined
    return postponed.get(entry.id) ?? entry.nextLookUpAt ?? 0
  }

  const stepOf = (order: string): Step => {
    const entries = open.of(order).filter((entry) => definitions.has(entry.kind))
    return nextStep(entries, { now: clock.now(), lookUpAt, isLeftOver: ({ id }) => leftOver.has(id) })
  }

  const perform = async (step: Exclude<Step, { act: 'wait' }>): Promise<void> => {
    const { act, entry } = step
    const definition = definitions.get(entry.kind)
    if (!definition) return
    const context = contextOf(definition)
    asked.delete(entry.id)
    if (act === 'send') return sendEntry(context, entry)
    if (act === 'look-up') return lookUp(context, entry)
    if (act === 'hold') await context.append(entry, { type: 'held', body: { why: step.why } })
    if (act === 'recover') await context.append(entry, interrupted(clock.now()))
  }

  const runOrder = async (order: string): Promise<void> => {
    for (let step = stepOf(order); step.act !== 'wait' && !stopped; step = stepOf(order)) {
      const before = open.get(step.entry.id)
      await perform(step)
      // No progress: the store did not take it. Not at once again.
      const isPostponed = (postponed.get(step.entry.id) ?? 0) > clock.now()
      const isStuck = open.get(step.entry.id) === before && !isPostponed && !open.isAside(step.entry)
      if (isStuck) {
        resting.set(order, clock.now() + storeWait)
        return
      }
    }
  }

  const isResting = (order: string): boolean => (resting.get(order) ?? 0) > clock.now()

  const run = (order: string): Promise<void> => {
    const current = running.get(order)
    if (current) return current
    if (stopped) return Promise.resolve()
    if (isResting(order)) {
      // What set the timer last may not have known of what is there now.
      arm()
      return Promise.resolve()
    }
    resting.delete(order)
    const work = runOrder(order)
      .catch((thrown: unknown) => {
        report('journal.step-threw', { thrown: thrown instanceof Error ? thrown.name : typeof thrown })
        resting.set(order, clock.now() + storeWait)
      })
      .finally(() => {
        running.delete(order)
        // Something may have come in while the last step ended.
        if (stepOf(order).act === 'wait') arm()
        else void run(order).finally(arm)
      })
    running.set(order, work)
    return work
  }

  const runAll = (): void => {
    for (const order of open.orders()) if (!isResting(order)) void run(order)
    arm()
  }

  /** Sets the one timer to the next thing that is due anywhere. */
  const arm = (): void => {
    disarm()
    disarm = () => {}
    if (stopped) return
    const times = open.orders().flatMap((order) => {
      if (running.has(order)) return []
      const step = stepOf(order)
      const due = step.act === 'wait' ? step.until : clock.now()
      return due === undefined ? [] : [Math.max(due, resting.get(order) ?? 0)]
    })
    if (times.length === 0) return
    disarm = clock.after(Math.max(0, Math.min(...times) - clock.now()), runAll)
  }

  const takeUp = async (): Promise<JournalStatus> => {
    const status = await store.open()
    if (status.state !== 'ready' || started) return status
    const left = await store.unsettled()
    for (const entry of left) {
      open.put(entry)
      if (entry.state === 'queued' && entry.batch === undefined) leftOver.add(entry.id)
    }
    started = true
    runAll()
    return status
  }

  const appendByHand = async (id: OperationId, event: JournalEvent): Promise<Result<Entry, NotRecorded>> => {
    const entry = open.get(id)
    if (!entry) return err({ reason: 'out-of-place', detail: 'there is no such unsettled operation' })
    const appended = await appendPlaced(place(entry, event))
    if (appended.ok) leftOver.delete(id)
    void run(orderOf(entry))
    return appended
  }

  return {
    start: () => {
      starting ??= takeUp().finally(() => {
        starting = undefined
      })
      return starting
    },
    submit: async (drafts, who) => {
      const at = clock.now()
      const dueAt = (draft: Draft) => {
        const undo = undoOf(deps, draft)
        return undo > 0 ? { dueAt: at + undo } : {}
      }
      const events = recordedEvents(deps, drafts, who, dueAt)
      // What waits is read anew before it is sent, however short the wait.
      const isAtOnce = deps.undoWindow(0) === 0 && drafts.every((draft) => undoOf(deps, draft) === 0)
      if (isAtOnce)
        for (const [index, { entry }] of events.entries()) readAt.set(entry, drafts[index]?.readAt ?? 0)
      const recorded = await store.append(events)
      if (!recorded.ok) {
        for (const { entry } of events) readAt.delete(entry)
        return recorded
      }
      track(recorded.value)
      for (const order of new Set(drafts.map(orderOf))) void run(order)
      return ok(recorded.value.map((entry) => entry.id))
    },
    submitLot: async (commands, { batch, who }) => {
      const events = commands.flatMap((drafts) =>
        recordedEvents(deps, drafts, who, ({ line }) => ({ batch, line })),
      )
      const recorded = await store.append(events)
      if (recorded.ok) {
        track(recorded.value)
        return ok(undefined)
      }
      const { error } = recorded
      const drafts = commands.flat()
      const at = error.reason === 'claimed' ? events.findIndex(({ entry }) => entry === error.entry) : -1
      return err({ ...error, line: drafts[at]?.line })
    },
    aside: (batch) => open.aside(batch),
    underWay: (batch) => open.sending(batch),
    admit: (id) => {
      const entry = open.admit(id)
      if (entry) void run(orderOf(entry))
      return entry !== undefined
    },
    dismiss: (id) => open.dismiss(id),
    isBusy: (id) => {
      const entry = open.get(id)
      if (!entry || answered.has(id)) return false
      if (entry.state === 'sending') return true
      const waits = entry.state !== 'queued' || entry.held !== undefined || (entry.dueAt ?? 0) > clock.now()
      return !waits && !open.of(orderOf(entry)).some(({ state }) => state === 'unknown')
    },
    lookUpNow: async (id) => {
      const entry = open.get(id)
      if (!entry) return store.entry(id)
      if (['unknown', 'at-supplier', 'needs-review'].includes(entry.state)) asked.add(id)
      await running.get(orderOf(entry))
      await run(orderOf(entry))
      return open.get(id) ?? store.entry(id)
    },
    check: async (id) => {
      const entry = open.get(id)
      const definition = entry && definitions.get(entry.kind)
      if (!definition) return err(appError('NOT_FOUND', `there is no queued operation ${id}`))
      const read = await readBefore(contextOf(definition), entry)
      return read.ok ? ok(undefined) : err(read.error.error)
    },
    release: (id, who) => {
      // By hand it goes now, whatever its batch does.
      open.admit(id)
      return appendByHand(id, { type: 'released', body: { who } })
    },
    withdraw: (id, who) => appendByHand(id, { type: 'withdrawn', body: { who } }),
    mark: (id, { happened, why }, who) =>
      appendByHand(id, { type: 'marked', body: { happened, who }, payload: { why } }),
    wake: runAll,
    stop: () => {
      stopped = true
      disarm()
    },
  }
}
