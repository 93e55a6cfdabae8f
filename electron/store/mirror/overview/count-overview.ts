import type { OverviewQuestion } from '@shared/features/mirror'
import { mostGroups, overviewGroupings } from '@shared/features/mirror'
import { statusMeaning, statusWord } from '@shared/features/orders'
import type { Sql } from '../../sql'
import type { MirrorOverview } from '../protocol'
import { momentOf } from '../row-id'
import { idsOf } from '../sources'
import { createTally } from '../totals'
import { mondays, monthText } from './calendar'
import { createDays, daysWithin } from './days'
import { createGroups } from './groups'
import { holdAmounts } from './held-amounts'
import { type OrderFacts, readFacts } from './order-facts'
import { type TaggedGrouping, taggedGroups, titleIn } from './tagged'
import { createWeeks } from './weeks'

/** Orders that are read before others have their turn. */
const ordersAtOnce = 1000

/** Counts what the orders of a question come to. Yields how many were counted, wherever others may have their turn. */
export function* countOverview(
  sql: Sql,
  { text, filters, zone }: OverviewQuestion,
): Generator<number, MirrorOverview> {
  const all = createTally()
  const held = holdAmounts()
  const [days, weeks] = [createDays(), createWeeks()]
  const groups = new Map(overviewGroupings.map((by) => [by, createGroups(by)]))
  const [mondayOf, within] = [mondays(zone), daysWithin(filters.travel)]
  let counted = 0

  const add = (order: OrderFacts): void => {
    const isCancelled = statusMeaning(order.status ?? undefined) === 'cancelled'
    const travel = within(order.days)
    all.add(order)
    held.add(order.id, order)
    days.add(travel, isCancelled)
    weeks.add(mondayOf(momentOf(order.id)), order, isCancelled)
    groups.get('status')?.add(statusWord(order.status ?? ''), order)
    groups.get('payment')?.add(order.payment, order)
    groups.get('channel')?.add(order.channel ?? '', order)
    for (const month of travel.length === 0 ? [''] : new Set(travel.map(monthText)))
      groups.get('month')?.add(month, order)
  }

  // By creation, which does not change: what comes in meanwhile moves nothing.
  const sort = { by: 'created', direction: 'asc' } as const
  for (const ids of idsOf(sql, { ...(text === undefined ? {} : { text }), filters, sort })) {
    for (let from = 0; from < ids.length; from += ordersAtOnce) {
      const part = ids.subarray(from, from + ordersAtOnce)
      for (const order of readFacts(sql, part)) add(order)
      counted += part.length
      yield counted
    }
    yield counted
  }

  const only = { product: filters.productIds, supplier: filters.supplierIds }
  for (const by of ['product', 'supplier'] as const satisfies readonly TaggedGrouping[]) {
    const counting = taggedGroups(
      sql,
      by,
      held,
      only[by]?.map((id) => id.trim()),
    )
    let step = counting.next()
    for (; !step.done; step = counting.next()) yield counted
    const found = step.value.sort((a, b) => b.tally.count() - a.tally.count())
    for (const [at, group] of found.entries()) {
      groups.get(by)?.put(group.key, group.tally, at < mostGroups ? titleIn(sql, by, group) : undefined)
      yield counted
    }
  }
  return {
    ...all.totals(),
    groups: Object.fromEntries(
      overviewGroupings.map((by) => [by, groups.get(by)?.told()]),
    ) as MirrorOverview['groups'],
    days: days.told(),
    weeks: weeks.told(),
  }
}
