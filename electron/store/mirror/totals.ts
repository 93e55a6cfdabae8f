import { type Sql, statement } from '../sql'
import { idsText } from './id-query'
import type { CurrencyTotals, MirrorTotals } from './protocol'
import { createWeeks } from './weeks'

/** What orders have cost and given back, and of how many that is not known. */
export const sumsBeside = {
  sql: `coalesce(sum(o.fee), 0) as fee, coalesce(sum(o.refunded), 0) as refunded,
      sum(o.fee is null) as feeUnknown, sum(o.refunded is null) as refundedUnknown`,
  columns: { fee: 'integer', refunded: 'integer', feeUnknown: 'integer', refundedUnknown: 'integer' },
} as const

const sums = statement(
  `select cast(o.currency as blob) as currency, count(*) as orders, sum(o.total) as total, ${sumsBeside.sql}
    from json_each(:ids) j cross join orders o on o.id = j.value
    where o.total is not null group by o.currency`,
  { ids: 'text' },
  { currency: 'utf8', orders: 'integer', total: 'integer', ...sumsBeside.columns },
)

/** So many are added up before others have their turn: each may be a page of its own to read. */
const atOnce = 500
/** So many are told apart by their weeks before others have their turn. */
const sortedAtOnce = 50_000

/**
 * Sums of the orders of a list by the week in which they were made. Most changes are to young orders, so that a list that is
 * only brought up to date has most of them from the one before.
 */
export type WeekSums = Map<number, MirrorTotals>

/** The one with most orders first; those with as many by their names. */
const byOrders = (a: CurrencyTotals, b: CurrencyTotals): number =>
  b.orders - a.orders || (a.currency < b.currency ? -1 : 1)

/**
 * Adds orders up by currency, the one with most orders first.
 * @param next comes when it is its turn to go on
 * @param known sums of weeks that need not be made again; those that are made are put there
 */
export async function totalsOf(
  sql: Sql,
  ids: Float64Array,
  next: () => Promise<void>,
  known: WeekSums = new Map(),
): Promise<MirrorTotals> {
  const tally = createTally()
  const weeks = createWeeks()
  for (const part of inParts(ids, sortedAtOnce)) {
    weeks.add(part)
    await next()
  }
  for (const { week, ids } of weeks.inOrder('asc')) {
    const sums = known.get(week) ?? (await sumsOf(sql, ids, next))
    known.set(week, sums)
    tally.addAll(sums.byCurrency, sums.orders)
  }
  return tally.totals()
}

/** @param ids in the order in which orders are stored, or each would be a page of its own to read */
async function sumsOf(sql: Sql, ids: Float64Array, next: () => Promise<void>): Promise<MirrorTotals> {
  const tally = createTally()
  for (const part of inParts(ids, atOnce)) {
    tally.addAll(sql.all(sums, { ids: idsText(part) }), part.length)
    await next()
  }
  return tally.totals()
}

function* inParts(ids: Float64Array, size: number): Generator<Float64Array> {
  for (let from = 0; from < ids.length; from += size) yield ids.subarray(from, from + size)
}

/** The amounts of one order in the minor unit of its currency; `null` where they are not known. */
export interface Priced {
  readonly currency: string | null
  readonly total: number | null
  readonly fee: number | null
  readonly refunded: number | null
}

/** Adds up by currency, and counts what cannot be added. */
export interface Tally {
  add(order: Priced): void
  /** @param orders all of them, also those in none of the parts */
  addAll(parts: readonly CurrencyTotals[], orders: number): void
  /** Orders so far. */
  count(): number
  totals(): MirrorTotals
}

export function createTally(): Tally {
  const byCurrency = new Map<string, Sums>()
  let all = 0
  let priced = 0
  const addAll: Tally['addAll'] = (parts, orders) => {
    all += orders
    for (const part of parts) {
      priced += part.orders
      const sums = byCurrency.get(part.currency)
      if (sums) addTo(sums, part)
      else byCurrency.set(part.currency, { ...part })
    }
  }
  return {
    add: ({ currency, total, fee, refunded }) => {
      if (currency === null || total === null) addAll([], 1)
      else {
        const beside = { fee: fee ?? 0, refunded: refunded ?? 0 }
        const unknown = { feeUnknown: Number(fee === null), refundedUnknown: Number(refunded === null) }
        addAll([{ currency, orders: 1, total, ...beside, ...unknown }], 1)
      }
    },
    addAll,
    count: () => all,
    totals: () => ({
      orders: all,
      byCurrency: [...byCurrency.values()].map((sums) => ({ ...sums })).sort(byOrders),
      unpriced: all - priced,
    }),
  }
}

type Sums = { -readonly [Name in keyof CurrencyTotals]: CurrencyTotals[Name] }

function addTo(sums: Sums, part: CurrencyTotals): void {
  sums.orders += part.orders
  sums.total = exact(sums.total + part.total)
  sums.fee = exact(sums.fee + part.fee)
  sums.refunded = exact(sums.refunded + part.refunded)
  sums.feeUnknown += part.feeUnknown
  sums.refundedUnknown += part.refundedUnknown
}

function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError('a sum is beyond 2^53 of the minor unit')
  return sum
}
