import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import {
  type BatchKind,
  type batchesOperations,
  changesNothing,
  type PlanLine,
  typedCountFrom,
} from '@shared/features/batches'
import type { Handler, InputOf } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Journal } from '../../journal'
import { toJson } from '../../journal/json'
import type { ChooseFolder } from '../../platform/save-dialog'
import { written } from '../../platform/write-file'
import type { BatchDetail, LineDetail } from './batch-view'
import { isToSend, type Plan } from './plan'
import type { Planner, PlannerDeps } from './planner'

type StartBatch = (typeof batchesOperations)['startBatch']
type SaveVouchers = (typeof batchesOperations)['saveVouchers']

export interface StartBatchDeps extends Pick<PlannerDeps, 'now' | 'accountOf'> {
  readonly planner: Pick<Planner, 'find'>
  readonly journal: Pick<Journal, 'ready' | 'submitBatch'>
  readonly chooseFolder: ChooseFolder
}

/** How long what a plan shows may be confirmed, in milliseconds: prices and deadlines move. */
export const planAge = 30 * 60_000

/** How a plan becomes a batch, once: it is spent by it. */
export function createStarts({ planner, journal, now, accountOf, chooseFolder }: StartBatchDeps): {
  readonly startBatch: Handler<StartBatch>
  readonly saveVouchers: Handler<SaveVouchers>
  /** Starts a plan of kind `deidentify`, which a request to be forgotten made. */
  readonly startErasure: (given: InputOf<StartBatch>) => ReturnType<Handler<StartBatch>>
} {
  type Given = InputOf<StartBatch>

  /** The plan as it was shown, if it may be started; how depends on what it does. */
  const startable = ({ profile, plan: id, count }: Given, how: 'command' | 'files' | 'erasure') => {
    const plan = planner.find(id)
    if (!plan || plan.origin.profile !== profile) return err(planGone(id))
    if (wayOf(plan.origin.kind) !== how) {
      return err(appError('PLAN_NOT_READY', 'this is not how such a plan is started'))
    }
    const checked = checkStartable(plan, count, now(), accountOf(profile))
    return checked.ok ? ok(plan) : checked
  }

  const start = async (plan: Plan, folder?: string) => {
    // Before anything is waited for: a second click finds it spent.
    plan.stage = 'started'
    const started = await submit(plan, folder)
    if (!started.ok) plan.stage = 'planned'
    return started
  }

  return {
    startBatch: async (given) => {
      const plan = startable(given, 'command')
      return plan.ok ? start(plan.value) : plan
    },
    startErasure: async (given) => {
      const plan = startable(given, 'erasure')
      return plan.ok ? start(plan.value) : plan
    },
    saveVouchers: async (given, caller) => {
      const asked = startable(given, 'files')
      if (!asked.ok) return asked
      const folder = await chooseFolder(caller)
      if (folder === undefined) return ok({})
      const takesFiles = await written(() => access(folder, constants.W_OK))
      if (!takesFiles.ok) return takesFiles
      // The dialog may have stood for long.
      const plan = startable(given, 'files')
      return plan.ok ? start(plan.value, folder) : plan
    },
  }

  async function submit(
    plan: Plan,
    folder: string | undefined,
  ): Promise<Result<{ batch: string }, AppError<'NO_JOURNAL'>>> {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const { profile, kind } = plan.origin
    const detail: BatchDetail = {
      kind,
      ...(plan.action ? { action: plan.action } : {}),
      totals: plan.totals(),
      ...(folder === undefined ? {} : { folder }),
    }
    const isWork = changesNothing(kind)
    const lines = plan.lines.map((line) => ({
      line: line.line,
      unsent: !isToSend(line),
      ...(isWork && isToSend(line) ? { state: 'queued' as const } : {}),
      detail: toJson(detailOf(line)),
    }))
    const inProgress = (line: number, operation: string) => ({
      line,
      unsent: true,
      detail: toJson({
        ...detailOf(plan.lines[line - 1] as PlanLine),
        why: 'ALREADY_IN_PROGRESS',
        params: { operation },
      }),
    })
    const batch = await journal.submitBatch({
      profile,
      detail: toJson(detail),
      lines,
      commands: plan.commands(),
      inProgress,
      ...(isWork ? { work: 'lines' as const } : {}),
    })
    return batch.ok ? ok({ batch: batch.value }) : batch
  }
}

const wayOf = (kind: BatchKind) =>
  kind === 'deidentify' ? 'erasure' : changesNothing(kind) ? 'files' : 'command'

type NotStarted = 'PLAN_NOT_READY' | 'PLAN_EXPIRED' | 'NOTHING_TO_SEND' | 'COUNT_MISMATCH' | 'ANOTHER_ACCOUNT'

function checkStartable(
  plan: Plan,
  count: number | undefined,
  now: number,
  account: string | undefined,
): Result<void, AppError<NotStarted>> {
  const { stage, readAt = 0, origin } = plan
  if (stage !== 'planned')
    return err(appError('PLAN_NOT_READY', `the plan is ${stage}`, { params: { stage } }))
  if (origin.account !== account) {
    return err(appError('ANOTHER_ACCOUNT', 'the orders were read with another account'))
  }
  if (now - readAt > planAge) return err(appError('PLAN_EXPIRED', 'the orders were read too long ago'))
  const toSend = plan.toSend().length
  if (toSend === 0) return err(appError('NOTHING_TO_SEND', 'no line of the plan can be sent'))
  const isTyped = toSend >= typedCountFrom || origin.kind === 'deidentify'
  if (isTyped && count !== toSend) {
    return err(appError('COUNT_MISMATCH', 'the number that was typed is not that of the lines'))
  }
  return ok(undefined)
}

export const planGone = (id: string): AppError<'PLAN_GONE'> =>
  appError('PLAN_GONE', `there is no plan ${id}, or not any more`)

const detailOf = ({
  reference,
  order,
  booking,
  payment,
  finding,
  why,
  params,
  effect,
  excluded,
}: PlanLine): LineDetail => ({
  reference,
  ...(order === undefined ? {} : { order }),
  ...(booking === undefined ? {} : { booking }),
  ...(payment === undefined ? {} : { payment }),
  ...(excluded ? { why: 'EXCLUDED' } : effect ? {} : { why: why ?? finding }),
  ...(params ? { params } : {}),
  ...(effect?.vouchers ? { vouchers: effect.vouchers } : {}),
})
