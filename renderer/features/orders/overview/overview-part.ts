import type { Overview } from '@shared/features/mirror'
import type { FilterValues } from '../filters/filter-values'
import type { Narrowing } from './narrow'

/** What every part of the overview is told. */
export interface OverviewPart {
  readonly overview: Overview
  readonly narrow: Narrowing
  /** Statuses of these orders that mean that they are cancelled. */
  readonly cancelled: readonly string[]
  /** Today at the desk, such as "2026-11-22". */
  readonly today: string
  /** Shows the orders that these filters leave. */
  readonly onShow: (filters: FilterValues) => void
}
