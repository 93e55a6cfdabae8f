import type { GridState } from '@shared/features/grid-state'
import { type MirrorQuery, type MirrorSort, mirrorSorts } from '@shared/features/mirror'
import { defaultOrderSort, type OrderSort, type SearchPlan } from '@shared/features/orders'
import { Temporal } from 'temporal-polyfill'
import { type FilterValues, mirrorFilters, readFilters, requestFilters } from './filters/filter-values'
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
  return {
    filters: requestFilters(filters, { today: todayOf(date), inferred }),
    sort,
    search: plan && { text: plan.text, ask: plan.ask },
  }
}

/** Longest text that is looked for. */
const longestText = 200

/** What the local copy is asked for when the list is looked at like this. */
export function makeMirrorQuery(
  { filters, sort, typed }: { filters: FilterValues; sort: GridState['sort']; typed: string },
  date: string,
  reviews?: readonly string[],
): MirrorQuery {
  const text = typed.trim().replace(/\s+/g, ' ').slice(0, longestText)
  const by = mirrorSorts.find((one) => one === sort?.columnId)
  return {
    ...(text && { text }),
    filters: mirrorFilters(filters, todayOf(date), reviews),
    sort: by && sort ? { by, direction: sort.direction } : newestFirst,
  }
}

const newestFirst = { by: 'created', direction: 'desc' } as const satisfies MirrorQuery['sort']

export const isMirrorSort = (columnId: string): columnId is MirrorSort =>
  mirrorSorts.some((sort) => sort === columnId)

const todayOf = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(Temporal.Now.timeZoneId())

/** The kept sort: the API sorts by when an order was created, and by nothing else. */
export const keptSort = (sort: GridState['sort']): OrderSort =>
  sort ? { by: 'created', direction: sort.direction } : defaultOrderSort

/** What the local copy is asked for when the list opens as it was left. */
export const openingMirrorQuery = (state: GridState, date: string): MirrorQuery =>
  makeMirrorQuery({ filters: readFilters(state.filters), sort: state.sort, typed: '' }, date)

/** What the API is asked for when the list opens as it was left. */
export const openingQuestion = (state: GridState, setting: Setting): OrdersQuestion =>
  makeQuestion({ filters: readFilters(state.filters), sort: keptSort(state.sort) }, setting)
