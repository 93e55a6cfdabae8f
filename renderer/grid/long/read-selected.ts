import { isSelectedIn, type RowSelection } from './row-selection'
import type { RowSource } from './row-source'

/** Rows that are read at once where many are read. */
const step = 500

/** The list was made anew while its rows were read. */
export class ListMoved extends Error {
  constructor() {
    super('the list was made anew')
    this.name = 'ListMoved'
  }
}

export interface ReadSelectedOptions<Row> {
  readonly source: Pick<RowSource<Row>, 'total' | 'read' | 'find'>
  readonly selection: RowSelection
  readonly rowKey: (row: Row) => string
  /** So many have been looked at, of so many. */
  readonly onProgress?: (read: number, of: number) => void
  readonly signal?: AbortSignal
}

/**
 * The selected rows in the order of the list, wherever they stand in it, some at a time. Selected rows that the list does
 * not answer are left out.
 * @throws ListMoved when the list is no longer held; what reading throws
 */
export async function* readSelected<Row>(options: ReadSelectedOptions<Row>): AsyncGenerator<readonly Row[]> {
  const { source, selection, rowKey, onProgress, signal } = options
  const { total } = source
  const isSelected = isSelectedIn(selection)
  // How many of "all but" there are is known at the end only: what is taken out may not be in the list.
  const wanted = selection.kind === 'some' ? selection.keys.length : Number.POSITIVE_INFINITY
  const starts = await startsOf(source, selection)
  let found = 0
  for (const [at, from] of starts.entries()) {
    if (found >= wanted) return
    signal?.throwIfAborted()
    const rows = await source.read(from, Math.min(step, total - from))
    if (rows === 'gone') throw new ListMoved()
    const chosen = rows.filter((row) => isSelected(rowKey(row)))
    found += chosen.length
    onProgress?.(Math.min((at + 1) * step, total), Math.min(starts.length * step, total))
    if (chosen.length > 0) yield chosen
  }
}

/** Where reading has to begin: a few rows are looked up, for many the list is gone through. */
async function startsOf<Row>(
  { total, find }: Pick<RowSource<Row>, 'total' | 'find'>,
  selection: RowSelection,
): Promise<readonly number[]> {
  const all = Array.from({ length: Math.ceil(total / step) }, (_, at) => at * step)
  if (selection.kind === 'all-but' || selection.keys.length >= all.length) return all
  const places = await Promise.all(selection.keys.map(find))
  const needed = new Set(places.map((place) => place !== undefined && Math.floor(place / step) * step))
  return all.filter((from) => needed.has(from))
}
