import type { Operation, OperationState, operationsOperations } from '@shared/features/operations'
import type { Handlers } from '@shared/ipc/define'
import type { EventPayload } from '@shared/ipc/events'
import { type AppError, appError, asCommonError, commonErrorCodes } from '@shared/kernel/app-error'
import type { OperationId, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { type Entry, type Journal, noJournal } from '../../journal'
import type { NotRecorded } from '../../journal/journal-store'
import type { Confirm } from '../../platform/confirm'
import type { ChooseSavePath } from '../../platform/save-dialog'
import { createAcceptJournal } from './accept-journal'
import { createExport, type ExportDeps } from './export-operations'
import { toJournalState } from './journal-state'
import { createLeftQueued } from './left-queued'
import { readJournal, showAllWith } from './read-journal'
import type { Descriptions } from './to-operation'
import { createVerifyJournal } from './verify-journal'

export { type Describe, type Descriptions, type Kinds, toOperation } from './to-operation'

export interface OperationsDeps {
  readonly journal: Pick<Journal, 'open' | 'ready' | 'accept' | 'traits' | 'engine' | 'store'>
  readonly descriptions: Descriptions
  /** Name of whoever sits at this desk. */
  readonly deskUser: () => string
  readonly confirm: Confirm
  readonly chooseSavePath: ChooseSavePath
  readonly profileName: (profile: ProfileId) => string
  readonly accountOf: ExportDeps['accountOf']
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** Tell every window how far an export or a check of the journal is. */
  readonly exporting: ExportDeps['progress']
  /** Tells every window that nobody is asked about what was left queued any more. */
  readonly leftPutOff: () => void
  readonly verifying: (at: EventPayload<'journal.verifying'>) => void
}

const waitingStates: OperationState[] = ['unknown', 'needs-review', 'queued']
/** More than this many wait in no badge. */
const maxCounted = 500

export function operationsHandlers(deps: OperationsDeps): Handlers<typeof operationsOperations> {
  const { journal, descriptions, deskUser, confirm, exporting, verifying, leftPutOff } = deps
  const { store, engine } = journal

  const reading = readJournal(journal)
  const showAll = showAllWith(journal, descriptions)
  const show = async (entry: Entry): Promise<Operation> => {
    const [operation] = await showAll([entry])
    return operation as Operation
  }

  /** What a person does to an operation; `misplaced` is the answer where it does not stand as they saw it. */
  const byHand = async <Code extends string>(
    misplaced: AppError<Code>,
    act: () => Promise<Result<Entry, NotRecorded>>,
  ): Promise<Result<{ operation: Operation }, AppError<Code | 'NO_JOURNAL'>>> => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    return reading<{ operation: Operation }, Code | 'NO_JOURNAL'>(async () => {
      const done = await act()
      if (done.ok) return ok({ operation: await show(done.value) })
      return err(done.error.reason === 'out-of-place' ? misplaced : noJournal(done.error.reason))
    })
  }

  return {
    acceptJournal: createAcceptJournal(deps),
    ...createExport({ ...deps, showAll, progress: exporting }),
    ...createLeftQueued(journal, showAll, leftPutOff),
    verifyJournal: createVerifyJournal(journal, verifying),
    countWaiting: async ({ profile }) => {
      const { state } = store.status()
      if (state !== 'ready') return ok({ waiting: 0, review: 0, unusable: state !== 'closed' })
      return reading(async () => {
        const { entries } = await store.list({ profile, states: waitingStates, limit: maxCounted })
        const waiting = entries.filter(({ state, held }) => state !== 'queued' || held !== undefined)
        const review = waiting.filter(({ state }) => state === 'needs-review')
        return ok({ waiting: waiting.length, review: review.length, unusable: false })
      })
    },
    getJournalStatus: async () => ok(toJournalState(await journal.open())),
    listOperations: ({ profile, states, order, kinds, cursor, limit }) =>
      reading(async () => {
        const filter = {
          profile,
          ...(states ? { states } : {}),
          ...(order ? { order } : {}),
          ...(kinds ? { kinds } : {}),
        }
        const before = cursor === undefined ? {} : { before: cursor }
        const { entries, next } = await store.list({ ...filter, ...before, limit })
        const operations = await showAll(entries)
        const unsettled = await store.counts(profile)
        return ok({ operations, unsettled, ...(next === undefined ? {} : { next }) })
      }),
    getOperation: ({ operation }) =>
      reading(async () => {
        const entry = await store.entry(operation)
        if (!entry) return err(appError('NOT_FOUND', `there is no operation ${operation}`))
        const steps = await store.history(operation)
        return ok({
          operation: await show(entry),
          steps: steps.map(({ ordinal, at, event }) => ({ ordinal, at, type: event.type })),
        })
      }),
    lookUpNow: ({ operation }) =>
      reading(async () => {
        const entry = await engine.lookUpNow(operation)
        if (!entry) return err(appError('NOT_FOUND', `there is no operation ${operation}`))
        return ok({ operation: await show(entry) })
      }),
    markOutcome: async ({ operation, happened, why }, caller) => {
      const found = await reading<Entry | undefined, never>(async () => ok(await store.entry(operation)))
      if (!found.ok) return found
      if (!found.value) return err(appError('NOT_FOUND', `there is no operation ${operation}`))
      if (found.value.state !== 'needs-review') return err(notInReview(operation))
      const values = { order: found.value.order, why, who: deskUser() }
      if (!(await confirm(happened ? 'markHappened' : 'markNotHappened', values, caller))) {
        return err(appError('DECLINED', 'the operation still needs review'))
      }
      const decision = { happened, why }
      return byHand(notInReview(operation), () => engine.mark(operation, decision, deskUser()))
    },
    sendQueued: async ({ profile, operation }) => {
      const found = await reading<Entry | undefined, never>(async () => ok(await store.entry(operation)))
      if (!found.ok) return found
      // The guard has looked at the profile of the input, so it has to be the one that is sent with.
      if (found.value?.profile !== profile) {
        return err(appError('NOT_FOUND', `there is no operation ${operation} of this profile`))
      }
      if (found.value.state !== 'queued') return err(notQueued(operation))
      const still = await engine.check(operation)
      if (!still.ok) return err(notAsConfirmed(still.error))
      return byHand(notQueued(operation), () => engine.release(operation, deskUser()))
    },
    withdrawQueued: ({ operation }) =>
      byHand(notQueued(operation), () => engine.withdraw(operation, deskUser())),
  }
}

/** Why what is queued stays there: for the kind's own reasons, the order is not what the person confirmed. */
function notAsConfirmed(error: AppError): AppError<'ORDER_CHANGED' | 'ANOTHER_ACCOUNT' | 'READ_ONLY'> {
  const { code, params } = error
  if (code === 'ANOTHER_ACCOUNT' || code === 'READ_ONLY') return { ...error, code }
  if (commonErrorCodes.some((common) => common === code)) return asCommonError(error)
  return { ...error, code: 'ORDER_CHANGED', params: { reason: code, ...params } }
}

const notQueued = (id: OperationId) => appError('NOT_QUEUED', `operation ${id} is not queued`)

const notInReview = (id: OperationId) =>
  appError('NOT_IN_REVIEW', `operation ${id} does not need review, or not any more`)
