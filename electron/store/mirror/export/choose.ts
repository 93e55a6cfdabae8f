import type { ListChoice } from '@shared/features/mirror'
import type { Sql } from '../../sql'
import { idsOfReferences } from '../purge'
import { turn } from '../turn'

/** So many are looked up, or gone through, before others have their turn. */
const lookedUpAtOnce = 200
const sievedAtOnce = 50_000

/** Those of a list that are chosen, in its order; what is chosen and not in the list is left out. */
export async function chosenOf(
  sql: Sql,
  ids: Float64Array,
  choice: ListChoice | undefined,
): Promise<Float64Array> {
  if (!choice) return ids
  const named = new Set<number>()
  for (let from = 0; from < choice.references.length; from += lookedUpAtOnce) {
    const part = choice.references.slice(from, from + lookedUpAtOnce)
    for (const id of idsOfReferences(sql, part)) named.add(id)
    await turn()
  }
  const isSome = choice.kind === 'some'
  const chosen = new Float64Array(ids.length)
  let count = 0
  for (let from = 0; from < ids.length; from += sievedAtOnce) {
    for (const id of ids.subarray(from, from + sievedAtOnce)) {
      if (named.has(id) === isSome) chosen[count++] = id
    }
    await turn()
  }
  return chosen.slice(0, count)
}
