import type { Sql } from '../sql'
import type { Conditions } from './filters'
import { selectIds } from './id-query'

/**
 * The orders that can meet conditions, by creation, oldest first, where an index tells that there are few of them.
 * @param most so many are few
 * @returns `undefined` when no index says so
 */
export function fewOf(
  sql: Sql,
  { conditions, from, to }: Conditions,
  most: number,
): Float64Array | undefined {
  for (const { candidates, values } of conditions) {
    if (candidates === undefined) continue
    const ids = selectIds(sql, `${candidates} limit :enough`, { ...values, enough: most + 1 })
    if (ids.length <= most) {
      return ids.sort().filter((id, at) => id >= from && id <= to && id !== ids[at - 1])
    }
  }
  return undefined
}
