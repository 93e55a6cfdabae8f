import { type Sql, statement } from '../sql'
import { keyColumns } from './write-order'

/**
 * The indexes of `sort_keys` are made once the first fill is through: an order lands somewhere else in each of them, so that
 * they would be more than half of all that a fill writes. Until then such a sort reads all keys.
 */
const indexed = Object.keys(keyColumns).filter((column) => column !== 'id')
const nameOf = (column: string): string => `keys_by_${column}`

const made = statement(
  `select cast(name as blob) as name from sqlite_schema where type = 'index' and tbl_name = 'sort_keys'`,
  {},
  { name: 'utf8' },
)

const namesOf = (sql: Sql): Set<string> => new Set(sql.all(made, {}).map(({ name }) => name))

/** Columns without their index. */
export function missingSortIndexes(sql: Sql): string[] {
  const names = namesOf(sql)
  return indexed.filter((column) => !names.has(nameOf(column)))
}

/** @param column of `sort_keys` */
export const isSortIndexed = (sql: Sql, column: string): boolean => namesOf(sql).has(nameOf(column))

/** @param column of `sort_keys` */
export const makeSortIndex = (sql: Sql, column: string): void =>
  sql.script(`create index if not exists ${nameOf(column)} on sort_keys (${column})`)
