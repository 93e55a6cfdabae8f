import type { BatchReason } from '@shared/features/batches'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { OperationId, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { BatchRecord, BatchStore, OpenBatch } from './batch'
import { type LiveBatch, liveBatch } from './batch-live'
import type { BatchPace } from './batch-pace'
import type { BatchStep, BatchWork } from './batch-work'
import type { EngineClock } from './clock'
import { orderOf } from './open-entries'
import type { AccountOf } from './same-account'

export interface BatchRunnerDeps {
  /** Batches of operations. */
  readonly operations: BatchWork
  /** Batches whose lines change nothing at the API. */
  readonly lines: BatchWork
  readonly store: BatchStore
  readonly clock: EngineClock
  readonly pace: BatchPace
  readonly mayCommand: (profile: ProfileId) => Result<void, AppError>
  readonly accountOf: AccountOf
  /** Called when how a batch stands, or one of its operations, changed. */
  readonly changed: (batch: OperationId) => void
  readonly report: (what: string, detail: Readonly<Record<string, string>>) => void
}

/** What is known of a running batch beside the journal. */
export interface BatchProgress {
  /** The server asked to come later: nothing is sent before. */
  readonly limitedUntil?: number
  /** Operations a minute. */
  readonly perMinute?: number
  /** At that rate, in milliseconds. */
  readonly timeLeft?: number
}

/** Runs batches: admits so many of their queued steps at a time, at a pace, whatever carries them out. */
export interface BatchRunner {
  /**
   * Takes up what an earlier run left, once; for when the engine has started.
   * @param left read before that, as what the engine takes up counts as something happening
   */
  start(left: readonly OpenBatch[]): Promise<void>
  /** Runs a batch whose operations are all on disk; one that could not be recorded whole has ended. */
  run(record: BatchRecord, isRecorded: boolean): Promise<void>
  pause(id: OperationId, why: BatchReason): Promise<Result<void, AppError<'BATCH_ENDED'>>>
  resume(
    id: OperationId,
  ): Promise<Result<void, AppError<'BATCH_ENDED' | 'ANOTHER_ACCOUNT' | 'READ_ONLY' | 'NO_JOURNAL'>>>
  /** Withdraws what was not sent. */
  stop(
    id: OperationId,
    who: string,
    why?: BatchReason,
  ): Promise<Result<void, AppError<'BATCH_ENDED' | 'NO_JOURNAL'>>>
  progress(id: OperationId): BatchProgress
  /** To be told of every change of a step. */
  note(steps: readonly BatchStep[]): void
  /** To be called when another operation may begin, or when the machine woke up. */
  wake(): void
  end(): void
}

/** After so long without anything happening to it, a batch does not go on by itself: the person may think otherwise. */
export const goesOnWithin = 60 * 60_000
export function createBatchRunner(deps: BatchRunnerDeps): BatchRunner {
  const { store, clock, pace, report } = deps
  const live = new Map<OperationId, LiveBatch>()
  /** Who stopped which batch in this run: what comes back of it is taken back as well. */
  const stopped = new Map<OperationId, string>()
  let nextAt = 0
  let disarm = () => {}
  let starting: Promise<void> | undefined
  let ended = false
  let pumping = false

  const save = async (record: BatchRecord): Promise<void> => {
    await store.put(record)
    deps.changed(record.id)
  }
  const turned = (
    { why: _, ...record }: BatchRecord,
    state: BatchRecord['state'],
    why?: BatchReason,
  ): BatchRecord => ({ ...record, state, since: clock.now(), ...(why ? { why } : {}) })

  const workOf = ({ work }: Pick<BatchRecord, 'work'>): BatchWork =>
    work === 'lines' ? deps.lines : deps.operations

  /** Takes a batch off the run; what is under way ends by itself. */
  const leave = (id: OperationId): void => {
    const batch = live.get(id)
    for (const admitted of batch?.admitted ?? []) workOf(batch?.record ?? {}).dismiss(admitted)
    live.delete(id)
  }

  /** Nobody waits for this: what goes wrong is told to the log, and the batch stays as it is on disk. */
  const inBackground = (what: string, work: () => Promise<unknown>): void =>
    void work().catch((thrown: unknown) =>
      report(what, { thrown: thrown instanceof Error ? thrown.name : typeof thrown }),
    )

  const pauseNow = async (record: BatchRecord, why: BatchReason): Promise<void> => {
    leave(record.id)
    await save(turned(record, 'paused', why))
  }
  const halt = (batch: LiveBatch, why: BatchReason): void => {
    leave(batch.record.id)
    inBackground('batch.not-paused', () => pauseNow(batch.record, why))
  }

  const finishWhenThrough = (batch: LiveBatch): void => {
    if (batch.queue.length > 0 || batch.admitted.size > 0) return
    live.delete(batch.record.id)
    inBackground('batch.not-finished', () => save(turned(batch.record, 'finished')))
  }

  const obstacle = ({ profile, account, work }: BatchRecord): Result<void, AppError> => {
    // What changes nothing is for every profile.
    const allowed = work === 'lines' ? ok(undefined) : deps.mayCommand(profile)
    if (!allowed.ok) return allowed
    if (account === deps.accountOf(profile)) return ok(undefined)
    return err(appError('ANOTHER_ACCOUNT', 'the profile does not work where it did when this was confirmed'))
  }

  /** The next operation of a batch whose order has none under way. */
  const take = (batch: LiveBatch): OperationId | undefined => {
    const busy = new Set([...batch.admitted].flatMap((id) => batch.orders.get(id) ?? []))
    const at = batch.queue.findIndex((id) => !busy.has(batch.orders.get(id) ?? ''))
    return at < 0 ? undefined : batch.queue.splice(at, 1)[0]
  }

  const busyNow = (): number =>
    [...live.values()].reduce(
      (count, { record, admitted }) => count + [...admitted].filter((id) => workOf(record).isBusy(id)).length,
      0,
    )

  /** Admits what may run now; answers when to look again, `undefined` for when something happens. */
  const admitDue = (): number | undefined => {
    let soonest: number | undefined
    const later = (at: number) => {
      soonest = Math.min(soonest ?? Number.POSITIVE_INFINITY, Math.ceil(at))
    }
    for (const batch of [...live.values()]) {
      const now = clock.now()
      if (now - batch.activeAt > goesOnWithin) halt(batch, 'restart')
      else if (!obstacle(batch.record).ok) halt(batch, 'not-allowed')
      else if (batch.notBefore > now) later(batch.notBefore)
      else finishWhenThrough(batch)
    }
    // One of each batch in turn, so that a long one does not keep a short one waiting.
    for (let admitted = true; admitted; ) {
      admitted = false
      for (const batch of [...live.values()]) {
        const now = clock.now()
        if (batch.notBefore > now || batch.queue.length === 0) continue
        if (busyNow() >= pace.concurrency) return soonest
        // A clock that was set back is no reason to wait for longer.
        nextAt = Math.min(nextAt, now + 1000 / pace.perSecond)
        if (nextAt > now) {
          later(nextAt)
          return soonest
        }
        const id = take(batch)
        if (id === undefined) continue
        admitted = true
        // Behind the others: places come free one at a time, and the next one is theirs.
        live.delete(batch.record.id)
        live.set(batch.record.id, batch)
        batch.admitted.add(id)
        if (workOf(batch.record).admit(id)) nextAt = Math.max(nextAt, now) + 1000 / pace.perSecond
        else batch.admitted.delete(id)
      }
    }
    return soonest
  }

  const pump = (): void => {
    if (ended || pumping) return
    pumping = true
    disarm()
    disarm = () => {}
    try {
      const at = admitDue()
      if (at !== undefined) disarm = clock.after(Math.max(0, at - clock.now()), pump)
    } finally {
      pumping = false
    }
  }
  /** Not within the append that is being told of: the engine is in the middle of its step. */
  const pumpSoon = (): void => void Promise.resolve().then(pump)

  const enter = (record: BatchRecord): void => {
    const work = workOf(record)
    const underWay = work.underWay(record.id).map(keyed)
    // If the server asks for one of them to come later, that is this batch's to do again.
    for (const { id } of underWay) work.admit(id)
    const steps = { waiting: work.aside(record.id).map(keyed), underWay }
    live.set(record.id, liveBatch(record, steps, clock.now()))
    deps.changed(record.id)
    pumpSoon()
  }

  const takeUp = async (record: BatchRecord, activeAt: number): Promise<void> => {
    if (live.has(record.id)) return
    if (record.state === 'recording') {
      if (await takeBack(record, record.who)) await save(turned(record, 'stopped', 'not-recorded'))
    } else if (record.state === 'running') {
      if (clock.now() - activeAt > goesOnWithin) await pauseNow(record, 'restart')
      else {
        await workOf(record).prepare(record)
        enter(record)
      }
    }
  }

  const takeUpAll = async (left: readonly OpenBatch[]): Promise<void> => {
    for (const { record, activeAt } of left) await takeUp(record, activeAt)
  }

  /** What is under way is let go to its end. */
  const takeBack = async (record: BatchRecord, who: string): Promise<boolean> => {
    await workOf(record).prepare(record)
    return workOf(record).takeBack(record.id, who)
  }

  const unended = async (id: OperationId): Promise<Result<BatchRecord, AppError<'BATCH_ENDED'>>> => {
    const record = live.get(id)?.record ?? (await store.get(id))
    if (!record) return err(appError('NOT_FOUND', `there is no batch ${id}`))
    if (record.state === 'running' || record.state === 'paused') return ok(record)
    return err(appError('BATCH_ENDED', `the batch is ${record.state}`))
  }

  return {
    start: async (left) => {
      starting ??= takeUpAll(left).catch((thrown: unknown) => {
        starting = undefined
        throw thrown
      })
      await starting
    },
    run: async (record, isRecorded) => {
      if (!isRecorded) return save(turned(record, 'stopped', 'not-recorded'))
      const running = turned(record, 'running')
      await save(running)
      await workOf(running).prepare(running)
      enter(running)
    },
    pause: async (id, why) => {
      const record = await unended(id)
      if (!record.ok) return record
      if (record.value.state === 'running') await pauseNow(record.value, why)
      return ok(undefined)
    },
    resume: async (id) => {
      stopped.delete(id)
      const record = await unended(id)
      if (!record.ok) return record
      const allowed = obstacle(record.value)
      if (!allowed.ok) return err(refusal(allowed.error))
      if (record.value.state === 'running' && live.has(id)) return ok(undefined)
      const running = turned(record.value, 'running')
      await save(running)
      await workOf(running).prepare(running)
      enter(running)
      return ok(undefined)
    },
    stop: async (id, who, why = 'by-hand') => {
      const record = await unended(id)
      if (!record.ok) return record
      leave(id)
      // First on disk: if the program ends now, nothing of it goes on by itself.
      await save(turned(record.value, 'paused', why))
      stopped.set(id, who)
      if (!(await takeBack(record.value, who))) return err(notTakenBack())
      await save(turned(record.value, 'stopped', why))
      return ok(undefined)
    },
    progress: (id) => {
      const batch = live.get(id)
      if (!batch) return {}
      const now = clock.now()
      const perMinute = batch.rate.perMinute(now)
      const left = batch.queue.length + batch.admitted.size
      return {
        ...(batch.limitedUntil > now ? { limitedUntil: batch.limitedUntil } : {}),
        ...(perMinute ? { perMinute, timeLeft: Math.round((left / perMinute) * 60_000) } : {}),
      }
    },
    note: (steps) => {
      const touched = new Set<OperationId>()
      for (const step of steps) {
        if (step.batch === undefined) continue
        touched.add(step.batch)
        const who = stopped.get(step.batch)
        if (who !== undefined && step.state === 'queued') {
          const { batch: id } = step
          inBackground('batch.not-taken-back', () => deps.operations.takeBack(id, who))
        }
        const batch = live.get(step.batch)
        const why = batch?.note(step, clock.now())
        if (batch && why) halt(batch, why)
      }
      for (const id of touched) deps.changed(id)
      if (live.size > 0) pumpSoon()
    },
    wake: pump,
    end: () => {
      ended = true
      disarm()
    },
  }
}

/** It stays paused: some of it is still queued. */
const notTakenBack = (): AppError<'NO_JOURNAL'> =>
  appError('NO_JOURNAL', 'the journal did not take all of it', { params: { reason: 'not-taken-back' } })

const keyed = (step: BatchStep) => ({ id: step.id, order: orderOf(step) })

/** Why a batch may not go on, as an error that going on may answer with. */
function refusal(error: AppError): AppError<'ANOTHER_ACCOUNT' | 'READ_ONLY' | 'NO_JOURNAL'> {
  const { code } = error
  if (code === 'ANOTHER_ACCOUNT' || code === 'READ_ONLY' || code === 'NO_JOURNAL') return { ...error, code }
  return { ...error, code: 'NOT_FOUND' }
}
