import { type Sql, statement } from '../../sql'
import { idsText } from '../id-query'
import type { Priced } from '../totals'

/** What an order adds to an overview. */
export interface OrderFacts extends Priced {
  readonly id: number
  readonly status: string | null
  readonly payment: string
  readonly channel: string | null
  /** Days of travel on the activity's own calendar, in days since 1970, as they follow. */
  readonly days: readonly number[]
}

type Packed = [
  id: number,
  status: string | null,
  payment: string,
  channel: string | null,
  currency: string | null,
  total: number | null,
  fee: number | null,
  refunded: number | null,
  first: number | null,
  last: number | null,
]

// As one text: rows by themselves cost several times as much.
const packed = statement(
  `select cast(json_group_array(json_array(id, status, payment, channel, currency, total, fee, refunded, first_day,
      last_day)) as blob) as facts
    from (select o.* from json_each(:ids) j cross join orders o on o.id = j.value order by j.key)`,
  { ids: 'text' },
  { facts: 'utf8' },
)
const manyDays = statement(
  'select d.id, d.day from json_each(:ids) j cross join days d on d.id = j.value order by j.key, d.day',
  { ids: 'text' },
  { id: 'integer', day: 'integer' },
)

/** Reads facts in the order of the ids; orders that are no longer held are left out. */
export function readFacts(sql: Sql, ids: Float64Array): OrderFacts[] {
  // Written by the engine from columns of these types.
  const rows = JSON.parse(sql.get(packed, { ids: idsText(ids) })?.facts ?? '[]') as Packed[]
  const daysOf = daysBetween(sql, rows)
  return rows.map((row) => {
    const [id, status, payment, channel, currency, total, fee, refunded] = row
    return { id, status, payment, channel, currency, total, fee, refunded, days: daysOf(row) }
  })
}

/** Only orders with days between the first and the last stand in the table of days. */
function daysBetween(sql: Sql, rows: readonly Packed[]): (row: Packed) => readonly number[] {
  const long = rows.filter(([, , , , , , , , first, last]) => (last ?? 0) - (first ?? 0) > 1)
  const byId = new Map<number, number[]>()
  if (long.length > 0) {
    const ids = idsText(Float64Array.from(long, ([id]) => id))
    for (const { id, day } of sql.all(manyDays, { ids })) {
      const days = byId.get(id)
      if (days) days.push(day)
      else byId.set(id, [day])
    }
  }
  return ([id, , , , , , , , first, last]) => {
    if (first === null || last === null) return []
    return byId.get(id) ?? (first === last ? [first] : [first, last])
  }
}
