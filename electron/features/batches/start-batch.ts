import { type batchesOperations, type PlanLine, typedCountFrom } from '@shared/features/batches'
import type { Handler } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Journal } from '../../journal'
import { toJson } from '../../journal/json'
import type { BatchDetail, LineDetail } from './batch-view'
import { isToSend, type Plan } from './plan'
import type { Planner, PlannerDeps } from './planner'

type StartBatch = (typeof batchesOperations)['startBatch']

export interface StartBatchDeps extends Pick<PlannerDeps, 'now' | 'accountOf'> {
  readonly planner: Pick<Planner, 'find'>
  readonly journal: Pick<Journal, 'ready' | 'submitBatch'>
}

/** How long what a plan shows may be confirmed, in milliseconds: prices and deadlines move. */
export const planAge = 30 * 60_000

/** Records and runs a plan as it was shown, once: the plan is spent by it. */
export function createStartBatch({ planner, journal, now, accountOf }: StartBatchDeps): Handler<StartBatch> {
  return async ({ profile, plan: id, count }) => {
    const plan = planner.find(id)
    if (!plan || plan.origin.profile !== profile) return err(planGone(id))
    const startable = checkStartable(plan, count, now(), accountOf(profile))
    if (!startable.ok) return startable
    // Before anything is waited for: a second click finds it spent.
    plan.stage = 'started'
    const started = await submit(plan)
    if (!started.ok) plan.stage = 'planned'
    return started
  }

  async function submit(plan: Plan): Promise<Result<{ batch: string }, AppError<'NO_JOURNAL'>>> {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const { profile, kind } = plan.origin
    const detail: BatchDetail = {
      kind,
      ...(plan.action ? { action: plan.action } : {}),
      totals: plan.totals(),
    }
    const lines = plan.lines.map((line) => ({
      line: line.line,
      unsent: !isToSend(line),
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
    })
    return batch.ok ? ok({ batch: batch.value }) : batch
  }
}

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
  if (toSend >= typedCountFrom && count !== toSend) {
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
  finding,
  why,
  params,
  effect,
  excluded,
}: PlanLine): LineDetail => ({
  reference,
  ...(order === undefined ? {} : { order }),
  ...(booking === undefined ? {} : { booking }),
  ...(excluded ? { why: 'EXCLUDED' } : effect ? {} : { why: why ?? finding }),
  ...(params ? { params } : {}),
})
