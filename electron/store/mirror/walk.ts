import type { Sql } from '../sql'
import { selectIds } from './id-query'
import { type Direction, type IdSource, order, type Portions, sizesOf } from './portions'
import { isSortIndexed } from './sort-indexes'
import { type KeySort, sortOf } from './sorts'

/** Whether the first ones in the order of a sort are there at once. */
export function isWalkable(sql: Sql, by: KeySort): boolean {
  const { table, column } = sortOf(by)
  return table !== 'sort_keys' || isSortIndexed(sql, column)
}

/** All orders in the order of a sort, from its index where that is made. */
export function* walk(sql: Sql, by: KeySort, direction: Direction, portions: Portions): IdSource {
  const { table, column } = sortOf(by)
  if (!isWalkable(sql, by))
    yield selectIds(
      sql,
      `select id from ${table} order by ${column} is null, ${column} ${direction}, id ${direction} limit :all`,
      { all: -1 },
    )
  else yield* walkIndex(sql, by, direction, portions)
}

/** Each value with its orders, and at the end those without one. */
function* walkIndex(sql: Sql, by: KeySort, direction: Direction, portions: Portions): IdSource {
  const { table, column, keyOf } = sortOf(by)
  const { after } = order[direction]
  const sorting = `order by ${column} ${direction}, id ${direction} limit :size`
  const next = sizesOf(portions)
  let ids = selectIds(sql, `select id from ${table} where ${column} is not null ${sorting}`, {
    size: next.next().value,
  })
  while (ids.length > 0) {
    yield ids
    const id = ids.at(-1) ?? 0
    const key = keyOf(sql, id)
    if (key === null) throw new Error('an order was written while its list was made')
    const size = next.next().value
    ids = selectIds(
      sql,
      `select id from ${table} where ${column} = :key and id ${after} :id order by id ${direction} limit :size`,
      { key, id, size },
    )
    if (ids.length > 0) continue
    ids = selectIds(sql, `select id from ${table} where ${column} ${after} :key ${sorting}`, { key, size })
  }
  yield* walkMissing(sql, table, column, direction, portions)
}

function* walkMissing(
  sql: Sql,
  table: string,
  column: string,
  direction: Direction,
  portions: Portions,
): IdSource {
  const { after } = order[direction]
  let id = direction === 'asc' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
  for (const size of sizesOf(portions)) {
    const ids = selectIds(
      sql,
      `select id from ${table} where ${column} is null and id ${after} :id order by id ${direction} limit :size`,
      { id, size },
    )
    yield ids
    const last = ids.at(-1)
    if (last === undefined || ids.length < size) return
    id = last
  }
}
