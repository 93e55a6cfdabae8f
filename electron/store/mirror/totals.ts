import { type Sql, statement } from '../sql'
import { idsText } from './id-query'
import type { CurrencyTotals, MirrorTotals } from './protocol'
import { turn } from './turn'

const sums = statement(
  `select cast(o.currency as blob) as currency, count(*) as orders, sum(o.total) as total,
      coalesce(sum(o.fee), 0) as fee, coalesce(sum(o.refunded), 0) as refunded
    from json_each(:ids) j cross join orders o on o.id = j.value
    where o.total is not null group by o.currency`,
  { ids: 'text' },
  { currency: 'utf8', orders: 'integer', total: 'integer', fee: 'integer', refunded: 'integer' },
)

/** So many are added up before others have their turn. */
const atOnce = 2000

/** Adds orders up by currency, the one with most orders first. */
export async function totalsOf(sql: Sql, ids: Float64Array): Promise<MirrorTotals> {
  const totals = new Map<string, CurrencyTotals>()
  let priced = 0
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const part of sql.all(sums, { ids: idsText(ids.subarray(from, from + atOnce)) })) {
      priced += part.orders
      totals.set(part.currency, plus(part, totals.get(part.currency)))
    }
    await turn()
  }
  const byCurrency = [...totals.values()].sort((a, b) => b.orders - a.orders)
  return { orders: ids.length, byCurrency, unpriced: ids.length - priced }
}

function plus(part: CurrencyTotals, before: CurrencyTotals | undefined): CurrencyTotals {
  if (!before) return part
  return {
    currency: part.currency,
    orders: exact(part.orders + before.orders),
    total: exact(part.total + before.total),
    fee: exact(part.fee + before.fee),
    refunded: exact(part.refunded + before.refunded),
  }
}

function exact(sum: number): number {
  if (!Number.isSafeInteger(sum)) throw new RangeError('a sum is beyond 2^53 of the minor unit')
  return sum
}
