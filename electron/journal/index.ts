import { type AppError, appError } from '@shared/kernel/app-error'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { BatchRecord } from './batch'
import type { BatchPace } from './batch-pace'
import { type BatchRunner, createBatchRunner } from './batch-runner'
import { operationsWork } from './batch-work'
import type { Traits } from './definition'
import { createEngine, type Draft, type Engine, type EngineDeps } from './engine'
import type { JournalStatus, JournalStore, NotPurged, NotRecorded } from './journal-store'
import { createLineWork, type RunLine } from './line-work'
import { type BatchToRecord, recordBatch } from './record-batch'
import { undoOf } from './undo-of'

export { createAnchorKeeper } from './anchor-keeper'
export type { BatchLineRecord, BatchLineView, BatchRecord } from './batch'
export { type BatchPace, defaultBatchPace, scaledPace } from './batch-pace'
export type { BatchProgress } from './batch-runner'
export type { EngineClock } from './clock'
export { type BoundDefinition, bindDefinition, type Evidence, type Traits } from './definition'
export type { Draft, LineDraft } from './engine'
export type { Entry } from './entry'
export { createJournalStore, type JournalStatus, type JournalStore } from './journal-store'
export type { LineResult, RunLine } from './line-work'
export { type FileNotes, type FileNotesDeps, fileNotes, noteLists } from './note-file'
export type { PrivacyRecord, PrivacyStore } from './privacy-record'
export { createSchedule } from './schedule'

/** The journal as features use it. */
export interface Journal {
  /** Opens the journal and takes up what was left, once; tries again when it could not be opened. */
  open(): Promise<JournalStatus>
  /** Whether operations can be recorded; opens the journal if need be. */
  ready(): Promise<Result<void, AppError<'NO_JOURNAL'>>>
  /** Records all drafts as one command, on behalf of the desk user, and runs them. Answers their ids. */
  submit(
    drafts: readonly Draft[],
  ): Promise<Result<readonly OperationId[], AppError<'ALREADY_IN_PROGRESS' | 'NO_JOURNAL'>>>
  /** How many operations of a profile are not settled; NO_JOURNAL when that cannot be read. */
  unsettled(profile: ProfileId): Promise<Result<number, AppError<'NO_JOURNAL'>>>
  /** What is known of a kind of operation; `undefined` for one that this version does not know. */
  traits(kind: string): Traits | undefined
  /** Goes on with a file that does not hold what the keychain remembers, as the desk user confirmed. */
  accept(): Promise<JournalStatus>
  /** Records a whole batch and runs it. Answers once all of it is on disk; nothing of it is sent before. */
  submitBatch(batch: BatchToSubmit): Promise<Result<OperationId, AppError<'NO_JOURNAL'>>>
  readonly batches: Pick<BatchRunner, 'pause' | 'resume' | 'stop' | 'progress'>
  /**
   * Erases what persons and the server wrote from all operations on an order, with whatever profile they were recorded;
   * and from the batches that it is in; refused while one of them is not settled. Who did what and when, and what became of it, stays.
   * Where files of it are is forgotten of those made with the profile's account.
   * @param why stays in the journal, so it must not name the guest
   */
  purge(
    order: {
      readonly profile: ProfileId
      readonly order: OrderReference
      /** Only of operations of these kinds; batches and where files are stay. */
      readonly kinds?: readonly string[]
      /** Only of these operations, in the same way. */
      readonly entries?: readonly string[]
    },
    who: string,
    why: string,
  ): Promise<Result<readonly OperationId[], AppError<'ALREADY_IN_PROGRESS' | 'NO_JOURNAL'>>>
  readonly engine: Engine
  readonly store: JournalStore
  /** To be called when the machine woke up: what became due meanwhile is done now. */
  wake(): void
  /** Ends it. `undefined` when that is all; else a promise for what is kept outside the file on the way out. */
  stop(): Promise<void> | undefined
}

/** A batch as the person confirmed it. */
export interface BatchToSubmit extends Pick<BatchToRecord, 'lines' | 'commands' | 'inProgress'> {
  readonly profile: ProfileId
  readonly detail: BatchRecord['detail']
  /** `lines`: nothing of it is an operation, and each line says how it stands. */
  readonly work?: BatchRecord['work']
}

export interface JournalDeps extends Omit<EngineDeps, 'answered'> {
  readonly batchPace: BatchPace
  /** Called when a batch, or one of its operations, stands otherwise than before. */
  readonly batchChanged: (batch: OperationId) => void
  /** Carries out a line that is no operation. */
  readonly runLine: RunLine
  /** Name of whoever sits at this desk. */
  readonly deskUser: () => string
}

export function createJournal(deps: JournalDeps): Journal {
  const { store, report } = deps
  const engine = createEngine({
    ...deps,
    // Not within the step that tells of it.
    answered: () => void Promise.resolve().then(runner.wake),
    changed: (entries) => {
      runner.note(entries)
      deps.changed(entries)
    },
  })
  const lines = createLineWork({ ...deps, store: store.batches, note: (steps) => runner.note(steps) })
  const runner = createBatchRunner({
    ...deps,
    operations: operationsWork(engine),
    lines,
    store: store.batches,
    pace: deps.batchPace,
    changed: deps.batchChanged,
  })

  const open = async (): Promise<JournalStatus> => {
    const before = store.status().state
    try {
      const opened = await store.open()
      const left = opened.state === 'ready' ? await store.batches.open() : []
      const status = await engine.start()
      if (status.state === 'ready') await runner.start(left)
      // What is shown of the journal may be read from now on, or can no longer be.
      if (status.state !== before) deps.changed([])
      return status
    } catch (thrown) {
      report('journal.not-opened', { thrown: thrown instanceof Error ? thrown.name : typeof thrown })
      return { state: 'unusable', why: 'store-down' }
    }
  }

  return {
    open,
    ready: async () => {
      const status = await open()
      return status.state === 'ready' ? ok(undefined) : err(noJournal(reasonOf(status)))
    },
    submit: async (drafts) => {
      const submitted = await engine.submit(drafts, deps.deskUser())
      return submitted.ok ? submitted : err(notRecorded(submitted.error))
    },
    submitBatch: async ({ profile, detail, lines, commands, inProgress, work }) => {
      const id = deps.newId()
      const now = deps.clock.now()
      const account = deps.accountOf(profile)
      const undo = commands.flat().reduce((most, draft) => Math.max(most, undoOf(deps, draft)), 0)
      const record: BatchRecord = {
        ...{ id, profile, who: deps.deskUser(), createdAt: now, since: now, startsAt: now + undo, detail },
        ...(account === undefined ? {} : { account }),
        ...(work === undefined ? {} : { work }),
        state: 'recording',
        lines: lines.length,
      }
      try {
        const recorded = await recordBatch(
          { engine, store: store.batches },
          { record, lines, commands, inProgress },
        )
        await runner.run(record, recorded.ok)
        return recorded.ok ? ok(id) : err(noJournal(recorded.error.reason))
      } catch (thrown) {
        report('batch.not-recorded', { thrown: thrown instanceof Error ? thrown.name : typeof thrown })
        return err(noJournal('store-down'))
      }
    },
    batches: runner,
    wake: () => {
      runner.wake()
      engine.wake()
    },
    unsettled: async (profile) => {
      const status = await open()
      // Of a damaged journal nothing goes on, whatever becomes of the profile.
      if (status.state === 'damaged') return ok(0)
      if (status.state !== 'ready') return err(noJournal(reasonOf(status)))
      try {
        const counts = await store.counts(profile)
        return ok(Object.values(counts).reduce((total, count) => total + count, 0))
      } catch {
        return err(noJournal('store-down'))
      }
    },
    purge: async ({ profile, order, kinds, entries }, who, why) => {
      const status = await open()
      if (status.state !== 'ready') return err(noJournal(reasonOf(status)))
      const purged = await store.purge(order, {
        owner: { profile, account: deps.accountOf(profile) },
        ...{ who, why, kinds, entries },
        at: deps.clock.now(),
      })
      if (!purged.ok) return err(notPurged(purged.error))
      deps.changed(purged.value)
      return ok(purged.value.map(({ id }) => id))
    },
    accept: async () => {
      try {
        await store.accept(deps.deskUser())
      } catch (thrown) {
        report('journal.not-accepted', { thrown: thrown instanceof Error ? thrown.name : typeof thrown })
      }
      const status = await open()
      deps.changed([])
      return status
    },
    traits: (kind) => deps.definitions.find((definition) => definition.kind === kind),
    engine,
    store,
    stop: () => {
      runner.end()
      lines.end()
      engine.stop()
      return store.stop()
    },
  }
}

/** Nothing was recorded, so nothing was sent. */
export function noJournal(reason: string): AppError<'NO_JOURNAL'> {
  return appError('NO_JOURNAL', `operations cannot be recorded: ${reason}`, { params: { reason } })
}

/** Why there is no journal, as `params.reason` of NO_JOURNAL. */
export function reasonOf(status: JournalStatus): string {
  if (status.state === 'locked') return status.error.code
  return status.state === 'unusable' ? status.why : status.state
}

function notRecorded(refusal: NotRecorded): AppError<'ALREADY_IN_PROGRESS' | 'NO_JOURNAL'> {
  return refusal.reason === 'claimed' ? inProgress(refusal.holder) : noJournal(refusal.reason)
}

function notPurged(refusal: NotPurged): AppError<'ALREADY_IN_PROGRESS' | 'NO_JOURNAL'> {
  if (refusal.reason === 'unsettled') return inProgress(refusal.entry)
  if (refusal.reason !== 'at-work') return noJournal(refusal.reason)
  return appError('ALREADY_IN_PROGRESS', 'a batch is at it', { params: { batch: refusal.batch } })
}

const inProgress = (operation: OperationId): AppError<'ALREADY_IN_PROGRESS'> =>
  appError('ALREADY_IN_PROGRESS', 'an unsettled operation is at it', { params: { operation } })
