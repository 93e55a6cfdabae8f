import type { MirrorWeek } from '../protocol'
import { createTally, type Tally } from '../totals'
import type { OrderFacts } from './order-facts'

/** Orders by the week in which they were made. */
export interface Weeks {
  /** @param monday of the week */
  add(monday: string, order: OrderFacts, isCancelled: boolean): void
  told(): MirrorWeek[]
}

interface Week {
  readonly tally: Tally
  readonly refunds: Map<string, number>
  cancelled: number
}

export function createWeeks(): Weeks {
  const weeks = new Map<string, Week>()
  return {
    add: (monday, order, isCancelled) => {
      let week = weeks.get(monday)
      if (!week) {
        week = { tally: createTally(), refunds: new Map(), cancelled: 0 }
        weeks.set(monday, week)
      }
      week.tally.add(order)
      if (isCancelled) week.cancelled++
      const { currency, total, refunded } = order
      if (currency !== null && total !== null && (refunded ?? 0) > 0)
        week.refunds.set(currency, (week.refunds.get(currency) ?? 0) + 1)
    },
    told: () =>
      [...weeks]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([from, { tally, refunds, cancelled }]) => {
          const { orders, byCurrency } = tally.totals()
          return {
            from,
            orders,
            cancelled,
            byCurrency: byCurrency.map((sums) => ({ ...sums, refunds: refunds.get(sums.currency) ?? 0 })),
          }
        }),
  }
}
