import { parseLossless } from '../../api/json/lossless'
import { type Sql, statement } from '../sql'
import { prepareOrder } from './read-page'
import { documentOf, writeOrder } from './write-order'

const due = statement(
  'select r.id, o.asked_at from read_again r left join orders o on o.id = r.id order by r.id limit :limit',
  { limit: 'integer' },
  { id: 'integer', asked_at: 'integer?' },
)
const strike = statement('delete from read_again where id = :id', { id: 'integer' })

/** Whether there are orders that an earlier version read in another way than this one. */
export const isAnyDue = (sql: Sql): boolean => sql.all(due, { limit: 1 }).length > 0

/** Reads some of them again, from their own documents. The caller holds the transaction. @returns their row ids */
export function readAgain(sql: Sql, limit: number): number[] {
  return sql.all(due, { limit }).map(({ id, asked_at }) => {
    sql.run(strike, { id })
    if (asked_at === null) return id
    const before = documentOf(sql, id)
    const order = prepareOrder(parseLossless(before.text).value, before.text)
    if (order) writeOrder(sql, id, order, asked_at, before)
    return id
  })
}
