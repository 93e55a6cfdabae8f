/** The selected rows, as far as the list shows them. */
export interface Chosen<Row> {
  /** In the order of the list: what an action may work on. */
  readonly rows: readonly Row[]
  /** Of all selected rows, shown or not. */
  readonly count: number
  /** Selected, but filtered out or not loaded. Nothing while the rows are still being read. */
  readonly notShown: number
}

/** Takes from a list what is selected in it. Nobody acts on what they cannot see, so the other keys only count. */
export function chosenOf<Row>(
  rows: readonly Row[] | undefined,
  rowKey: (row: Row) => string,
  selection: readonly string[],
): Chosen<Row> {
  const keys = new Set(selection)
  const chosen = rows?.filter((row) => keys.has(rowKey(row))) ?? []
  const shown = new Set(chosen.map(rowKey)).size
  return { rows: chosen, count: keys.size, notShown: rows ? keys.size - shown : 0 }
}
