import type { LongRows } from './long-rows'
import { ListMoved } from './read-selected'

/** Rows that are read at once. */
const step = 500

/** Why a range is not taken: the row where it begins is not in the list any more, or there are too many rows. */
export type NoRange = 'lost' | 'long'

interface RangeOptions<Row> {
  readonly rows: Pick<LongRows<Row>, 'rowAt' | 'indexOf' | 'source'>
  readonly rowKey: (row: Row) => string
  /** The row that it begins with. Where that stands is looked up: the list may have been made anew or sorted since. */
  readonly from: string
  /** Where the row stands that it ends with, before or behind. */
  readonly to: number
  /** Rows that it may have. */
  readonly most: number
}

/**
 * The keys of all rows between two, these included, as the list is that is shown now; those that are not here are read.
 * @throws ListMoved when the list is no longer held; what reading throws
 */
export async function readRange<Row>(options: RangeOptions<Row>): Promise<readonly string[] | NoRange> {
  const { rows, rowKey, from, to, most } = options
  const source = rows.source()
  if (!source) throw new ListMoved()
  const at = rows.indexOf(from) ?? (await source.find(from))
  if (at === undefined) return 'lost'
  const [first, end] = [Math.min(at, to), Math.max(at, to) + 1]
  if (end - first > most) return 'long'
  // Another list may be shown by now.
  if (rows.source()?.id === source.id) {
    const here = Array.from({ length: end - first }, (_, n) => rows.rowAt(first + n))
    if (here.every((row) => row !== undefined)) return here.map(rowKey)
  }
  const keys: string[] = []
  for (let next = first; next < end; next += step) {
    const some = await source.read(next, Math.min(step, end - next))
    if (some === 'gone') throw new ListMoved()
    keys.push(...some.map(rowKey))
  }
  return keys
}
