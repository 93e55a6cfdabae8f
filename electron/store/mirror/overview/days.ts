import type { MirrorFilters } from '@shared/features/mirror'
import type { MirrorDay } from '../protocol'
import { dayNumber, dayText } from './calendar'

/** Orders by the days on which they travel. */
export interface Days {
  add(days: readonly number[], isCancelled: boolean): void
  told(): MirrorDay[]
}

export function createDays(): Days {
  const counts = new Map<number, { orders: number; cancelled: number }>()
  return {
    add: (days, isCancelled) => {
      for (const day of days) {
        let count = counts.get(day)
        if (!count) {
          count = { orders: 0, cancelled: 0 }
          counts.set(day, count)
        }
        count.orders++
        if (isCancelled) count.cancelled++
      }
    },
    told: () =>
      [...counts].sort(([a], [b]) => a - b).map(([day, count]) => ({ day: dayText(day), ...count })),
  }
}

/** The days that a filter by travel lets through: an order that travels on two may be there for one of them only. */
export function daysWithin(range: MirrorFilters['travel']): (days: readonly number[]) => readonly number[] {
  if (range?.from === undefined && range?.to === undefined) return (days) => days
  const from = range.from === undefined ? Number.NEGATIVE_INFINITY : dayNumber(range.from)
  const to = range.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(range.to)
  return (days) => days.filter((day) => day >= from && day <= to)
}
