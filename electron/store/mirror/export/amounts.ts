import { type Sql, statement } from '../../sql'
import { idsText } from '../id-query'
import type { CurrencyTotals } from '../protocol'
import { sumsBeside } from '../totals'

const sums = statement(
  `select cast(o.currency as blob) as currency, count(*) as orders, count(o.total) as priced,
      coalesce(sum(o.total), 0) as total, ${sumsBeside.sql},
      sum(o.asked_at > :since) as later
    from json_each(:ids) j cross join orders o on o.id = j.value group by o.currency, o.total is null`,
  { ids: 'text', since: 'integer' },
  {
    currency: 'utf8?',
    orders: 'integer',
    priced: 'integer',
    total: 'integer',
    ...sumsBeside.columns,
    later: 'integer',
  },
)

/** What some orders add to the totals of a file. */
export interface HeldAmounts {
  /** Those of them that are held. */
  readonly orders: number
  readonly byCurrency: readonly CurrencyTotals[]
  /** How many were read from the API since then. */
  readonly readSince: number
}

/** @param since milliseconds since 1970 UTC */
export function amountsOf(sql: Sql, ids: Float64Array, since: number): HeldAmounts {
  const found = sql.all(sums, { ids: idsText(ids), since })
  return {
    orders: found.reduce((sum, { orders }) => sum + orders, 0),
    byCurrency: found.flatMap(({ currency, priced, later: _, ...amounts }) =>
      currency === null || priced === 0 ? [] : [{ currency, ...amounts }],
    ),
    readSince: found.reduce((sum, { later }) => sum + later, 0),
  }
}
