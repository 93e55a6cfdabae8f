import type { GridState } from '@shared/features/grid-state'
import { defaultOrderSort, type OrderSort, type SearchPlan } from '@shared/features/orders'
import { Temporal } from 'temporal-polyfill'
import { type FilterValues, readFilters, requestFilters } from './filters/filter-values'
import type { OrdersQuestion } from './queries'

interface View {
  readonly filters: FilterValues
  readonly sort: OrderSort
  readonly plan?: SearchPlan | undefined
}

interface Setting {
  /** Today at the desk, such as "2026-11-21": presets mean other days once it changes. */
  readonly date: string
  /** Whether filters whose names are guesses may be asked with. */
  readonly inferred: boolean
}

/** What the API is asked for when the list is looked at like this. */
export function makeQuestion({ filters, sort, plan }: View, { date, inferred }: Setting): OrdersQuestion {
  const today = Temporal.PlainDate.from(date).toZonedDateTime(Temporal.Now.timeZoneId())
  return {
    filters: requestFilters(filters, { today, inferred }),
    sort,
    search: plan && { text: plan.text, ask: plan.ask },
  }
}

/** The kept sort: the API sorts by when an order was created, and by nothing else. */
export const keptSort = (sort: GridState['sort']): OrderSort =>
  sort ? { by: 'created', direction: sort.direction } : defaultOrderSort

/** What the list is asked for when it opens as it was left. */
export const openingQuestion = (state: GridState, setting: Setting): OrdersQuestion =>
  makeQuestion({ filters: readFilters(state.filters), sort: keptSort(state.sort) }, setting)
