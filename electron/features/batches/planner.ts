import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BatchAction } from '@shared/features/batches'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import { type Beside, planOrder, readBeside } from './kinds'
import { Plan, type PlanOrder, type PlanOrigin } from './plan'
import { createResolver } from './resolve-reference'

export interface PlannerDeps {
  readonly api: DistributorApi
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: string) => string | undefined
  /** Called when a plan got further. */
  readonly changed: (plan: string) => void
  /** For the log, without anything of an order. */
  readonly report: (what: string, detail: Readonly<Record<string, string>>) => void
}

/** Plans in main's memory. A window names a plan; it never says what is in it. */
export interface Planner {
  begin(origin: Omit<PlanOrigin, 'id' | 'account'>): Plan
  find(id: string): Plan | undefined
  /** Reads every order of the plan; ends by itself. */
  dryRun(plan: Plan, action: BatchAction): void
  /** Ends what is under way, or lets go of the plan. */
  cancel(id: string): void
  /** Lets go of all plans for the account of a profile, with what they hold of orders. */
  forgetOf(profile: string): void
  /** Resolves when nothing of the plan is under way. */
  settled(plan: Plan): Promise<void>
}

/** Plans that are kept; an older one is let go of. */
const keptPlans = 4
/** Orders read at the same time; the client paces them. */
const readers = 4
/** Lines that a reader works on before all else that waits in main has its turn, however fast answers come. */
const linesAtOnce = 3
/** So many in a row that the same trouble keeps from being read, and reading on would say the same of all. */
const troubleInARow = 5
const troubles: readonly AppError['code'][] = ['OFFLINE', 'SIGNED_OUT', 'FORBIDDEN', 'RATE_LIMITED']

export function createPlanner({ api, now, accountOf, changed, report }: PlannerDeps): Planner {
  const plans = new Map<string, Plan>()
  const work = new WeakMap<Plan, Promise<void>>()

  const forget = (plan: Plan): void => {
    plan.abort.abort()
    plans.delete(plan.origin.id)
  }

  /** Runs a stage over all items, some at a time; the first trouble that will not pass ends it. */
  const runStage = <T>(
    plan: Plan,
    items: readonly T[],
    one: (item: T, signal: AbortSignal) => Promise<AppError | undefined>,
    end: () => void,
  ): void => {
    plan.abort = new AbortController()
    const { signal } = plan.abort
    const queue = items.values()
    let inARow = 0
    const reader = async (): Promise<void> => {
      let worked = 0
      for (const item of queue) {
        if (signal.aborted) return
        const error = await one(item, signal)
        if (signal.aborted) return
        plan.progress.done += 1
        changed(plan.origin.id)
        worked += 1
        if (worked % linesAtOnce === 0) await nextTurn()
        inARow = error && troubles.includes(error.code) ? inARow + 1 : 0
        if (error && inARow >= troubleInARow) {
          plan.error = error
          plan.abort.abort()
        }
      }
    }
    const all = Promise.all(Array.from({ length: readers }, reader))
      .then(() => {
        if (signal.aborted) plan.stage = plan.error ? 'failed' : 'cancelled'
        else end()
      })
      .catch((thrown: unknown) => {
        report('batch.plan-threw', { thrown: thrown instanceof Error ? thrown.name : typeof thrown })
        plan.abort.abort()
        plan.error = appError('INTERNAL', 'an unexpected error; see the log')
        plan.stage = 'failed'
      })
      .then(() => {
        plan.readAt = now()
        changed(plan.origin.id)
      })
    work.set(plan, all)
  }

  const resolveAll = (plan: Plan): void => {
    const resolverOf = () => createResolver(api.for(plan.origin.profile), plan.abort.signal)
    let resolve: ReturnType<typeof resolverOf> | undefined
    runStage(
      plan,
      [...plan.origin.given.entries()],
      async ([index, given]) => {
        resolve ??= resolverOf()
        const resolution = await resolve(given)
        plan.resolve(index, resolution)
        return resolution.finding === 'unreadable' ? resolution.error : undefined
      },
      () => {
        plan.markDoubles()
        plan.stage = 'resolved'
      },
    )
  }

  const readOne = async (
    plan: Plan,
    action: BatchAction,
    item: PlanOrder,
    { beside: asked, signal }: { beside: Promise<Result<Beside, AppError>>; signal: AbortSignal },
  ): Promise<AppError | undefined> => {
    const { profile } = plan.origin
    const readAt = now()
    const [document, beside] = await Promise.all([
      api.for(profile).orders.get(item.order, { fresh: true, signal }),
      asked,
    ])
    if (signal.aborted) return undefined
    if (!document.ok || !beside.ok) {
      const error = document.ok ? undefined : document.error
      const problem = error ?? (beside.ok ? undefined : beside.error)
      if (problem) plan.unreadable(item, problem)
      return problem
    }
    const { order } = document.value.value.data
    plan.planned(item.order, planOrder(order, { profile, ...item, readAt }, action, beside.value))
    return undefined
  }

  return {
    begin: (origin) => {
      const id = randomUUID()
      const plan = new Plan({ ...origin, id, account: accountOf(origin.profile) })
      plans.set(id, plan)
      for (const [old] of [...plans].slice(0, -keptPlans)) forget(plans.get(old) as Plan)
      resolveAll(plan)
      return plan
    },
    find: (id) => plans.get(id),
    dryRun: (plan, action) => {
      const orders = plan.beginPlanning(action)
      const beside = readBeside(api.for(plan.origin.profile), action)
      runStage(
        plan,
        orders,
        (order, signal) => readOne(plan, action, order, { beside, signal }),
        () => {
          plan.stage = 'planned'
        },
      )
    },
    cancel: (id) => {
      const plan = plans.get(id)
      if (!plan) return
      const isUnderWay = plan.stage === 'resolving' || plan.stage === 'planning'
      if (isUnderWay) plan.abort.abort()
      else forget(plan)
      changed(id)
    },
    forgetOf: (profile) => {
      const account = accountOf(profile)
      for (const plan of [...plans.values()]) {
        const isSame = account !== undefined && plan.origin.account === account
        if (isSame || plan.origin.profile === profile) forget(plan)
      }
    },
    settled: async (plan) => work.get(plan),
  }
}
