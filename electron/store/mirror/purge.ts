import { type Sql, statement } from '../sql'
import { firstIdOf } from './row-id'
import { dropOrder, heldOrder } from './write-order'

const settled = statement(
  'select id from orders where id < :made and open = 0 and over < :before order by id limit :limit',
  { made: 'integer', before: 'integer', limit: 'integer' },
  { id: 'integer' },
)

/** Orders of which nothing is open and that were made and travelled before, oldest first. */
export const settledBefore = (sql: Sql, before: number, limit: number): number[] =>
  sql.all(settled, { made: firstIdOf(before), before, limit }).map(({ id }) => id)

const counted = statement(
  'select count(*) as orders from orders where id < :made and open = 0 and over < :before',
  { made: 'integer', before: 'integer' },
  { orders: 'integer' },
)

export const countSettledBefore = (sql: Sql, before: number): number =>
  sql.get(counted, { made: firstIdOf(before), before })?.orders ?? 0

export const idsOfReferences = (sql: Sql, references: readonly string[]): number[] =>
  [...new Set(references.flatMap((reference) => heldOrder(sql, reference)?.id ?? []))].sort((a, b) => a - b)

/** Removes orders with their words. The caller holds the transaction. @param ids ascending */
export function dropOrders(sql: Sql, ids: readonly number[]): void {
  for (const id of ids) dropOrder(sql, id)
}

/**
 * What was removed or written over is still in the log, and in the file's free room until that is written: after this
 * it is in neither.
 */
export const emptyLog = (sql: Sql): void => sql.script('pragma wal_checkpoint(truncate)')

/** Writes the log into the file, so that it does not do so by itself while somebody asks. */
export const shortenLog = (sql: Sql): void => sql.script('pragma wal_checkpoint(passive)')
