import type { BatchAction, BatchKind, GivenReference, PlanStage } from '@shared/features/batches'
import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import type { Result } from '@shared/kernel/result'

/** A plan in main's memory, as far as a request has to do with it. */
export interface ErasurePlan {
  readonly origin: { readonly id: string }
  readonly stage: PlanStage
  readonly action: BatchAction | undefined
}

/** How chosen orders become a plan. Batches know requests to be forgotten, so these say here what they need of batches. */
export interface ErasurePlans {
  begin(origin: {
    readonly profile: ProfileId
    readonly kind: BatchKind
    readonly given: readonly GivenReference[]
  }): ErasurePlan
  find(id: string): ErasurePlan | undefined
  dryRun(plan: ErasurePlan, action: BatchAction): void
  settled(plan: ErasurePlan): Promise<void>
  forgetOf(profile: ProfileId): void
}

/** Why a plan did not become a batch. */
export type StartRefusal =
  | 'PLAN_GONE'
  | 'PLAN_NOT_READY'
  | 'PLAN_EXPIRED'
  | 'NOTHING_TO_SEND'
  | 'COUNT_MISMATCH'
  | 'ANOTHER_ACCOUNT'
  | 'READ_ONLY'
  | 'NO_JOURNAL'

type Started = Result<{ batch: string }, AppError<StartRefusal>>
/** Makes a batch of a plan, once. */
export type StartErasure = (given: {
  readonly profile: ProfileId
  readonly plan: string
  readonly count: number
}) => Started | Promise<Started>
