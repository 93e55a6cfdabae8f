import type { MirrorQuery } from '@shared/features/mirror'
import type { Sql } from '../sql'
import { matchingOf, sortIds } from './sources'

/** Orders of a list that a newcomer is compared with at once: with so many, four times is enough for a million. */
const manyAtOnce = 40

/**
 * The list of a query as it is now, from what it was before some orders were written: those are looked at, and not all the
 * others. A whole list of a million takes seconds to make, and there is somebody who pays and cancels every minute.
 * @param ids what the list was
 * @param written row ids of all that was written since it was begun, whether or not they are in it
 */
export function renewedList(
  sql: Sql,
  query: MirrorQuery,
  ids: Float64Array,
  written: ReadonlySet<number>,
  comparedAtOnce = manyAtOnce,
): Float64Array {
  const others = ids.filter((id) => !written.has(id))
  const coming = sortIds(sql, query.sort, matchingOf(sql, query, Float64Array.from(written)))
  const renewed = new Float64Array(others.length + coming.length)
  const belongs = placing(sql, query.sort, others, comparedAtOnce)
  let from = 0
  let filled = 0
  for (const id of coming) {
    const at = belongs(id, from)
    renewed.set(others.subarray(from, at), filled)
    filled += at - from
    renewed[filled++] = id
    from = at
  }
  renewed.set(others.subarray(from), filled)
  return renewed
}

/** Tells where in a list an order belongs, at a place or after it. The database compares: its order is the list's. */
const placing =
  (sql: Sql, sort: MirrorQuery['sort'], ids: Float64Array, comparedAtOnce: number) =>
  (id: number, from: number): number => {
    let [low, high] = [from, ids.length]
    while (low < high) {
      const step = Math.ceil((high - low) / (comparedAtOnce + 1))
      const places: number[] = []
      for (let at = low + step - 1; at < high; at += step) places.push(at)
      const compared = Float64Array.from([...places.map((at) => ids[at] ?? id), id])
      const before = sortIds(sql, sort, compared).indexOf(id)
      high = places[before] ?? high
      low = before === 0 ? low : (places[before - 1] ?? low) + 1
    }
    return low
  }
