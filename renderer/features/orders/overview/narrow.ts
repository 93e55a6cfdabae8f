import type { OverviewGrouping, OverviewWeek } from '@shared/features/mirror'
import { Temporal } from 'temporal-polyfill'
import { type DayRange, daysOf } from '../filters/date-range'
import { type FilterValues, readFilters } from '../filters/filter-values'

/** Which of the orders of a question a figure was made of. Each of these leaves as many as the figure said. */
export interface Narrowing {
  /** Orders that travel on a day. */
  day(day: string): FilterValues
  /** Orders that were made in the week of a Monday; those of a currency that have a total, where one is named. */
  week(monday: OverviewWeek['from'], currency?: string): FilterValues
  /** Orders of a group; `undefined` where no filter says so. */
  group(by: OverviewGrouping, key: string): FilterValues | undefined
}

/** @param today at the desk: filters may be relative to it */
export function narrowing(filters: FilterValues, today: Temporal.PlainDate): Narrowing {
  return {
    day: (day) => ({ ...filters, travel: { from: day, to: day } }),
    week: (monday, currency) => {
      const from = Temporal.PlainDate.from(monday)
      const created = both(filters.created, { from, to: from.add({ days: 6 }) }, today)
      if (currency === undefined) return { ...filters, created }
      const { total } = filters
      return { ...filters, created, total: total?.currency === currency ? total : { currency } }
    },
    group: (by, key) => {
      if (by === 'month') {
        if (key === '') return undefined
        const from = Temporal.PlainDate.from(`${key}-01`)
        const to = from.add({ months: 1 }).subtract({ days: 1 })
        return { ...filters, travel: both(filters.travel, { from, to }, today) }
      }
      if (by === 'product') return { ...filters, products: [key] }
      if (by === 'supplier') return { ...filters, supplier: key }
      return { ...filters, [by]: readFilters({ [by]: [key] })[by] }
    },
  }
}

/** The orders of a narrowed question that were cancelled, by the statuses that mean it. */
export const onlyCancelled = (filters: FilterValues, statuses: readonly string[]): FilterValues => ({
  ...filters,
  status: [...statuses],
})

/** The orders of a narrowed question of which something was given back. */
export const onlyRefunded = (filters: FilterValues): FilterValues => ({ ...filters, refund: 'with' })

/** The days that lie in both. */
function both(
  range: DayRange | undefined,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  today: Temporal.PlainDate,
): DayRange {
  const set = range ? daysOf(range, today) : {}
  const later = set.from && Temporal.PlainDate.compare(set.from, from) > 0 ? set.from : from
  const earlier = set.to && Temporal.PlainDate.compare(set.to, to) < 0 ? set.to : to
  return { from: later.toString(), to: earlier.toString() }
}
