/**
 * Which rows of a list are selected: some by their keys, or all that the list answers but some. The latter holds for the
 * question that it was made for and for no other: all of ten are not all of a million.
 */
export type RowSelection =
  | { readonly kind: 'some'; readonly keys: readonly string[] }
  | { readonly kind: 'all-but'; readonly question: string; readonly keys: readonly string[] }

export const noSelection: RowSelection = { kind: 'some', keys: [] }

/** The selection as far as it holds for this question. */
export const selectionFor = (selection: RowSelection, question: string): RowSelection =>
  selection.kind === 'all-but' && selection.question !== question ? noSelection : selection

/** A quick answer for many rows to whether one is selected. */
export function isSelectedIn(selection: RowSelection): (key: string) => boolean {
  const keys = new Set(selection.keys)
  return selection.kind === 'some' ? (key) => keys.has(key) : (key) => !keys.has(key)
}

/** Selects these rows, or takes them out. */
export function withRows(
  selection: RowSelection,
  keys: readonly string[],
  isSelected: boolean,
): RowSelection {
  const isNamed = isSelected === (selection.kind === 'some')
  const named = new Set(selection.keys)
  for (const key of keys) {
    if (isNamed) named.add(key)
    else named.delete(key)
  }
  return { ...selection, keys: [...named] }
}

/**
 * How many are selected, in the list or not.
 * @param total rows of the list
 * @param inList how many of its rows are selected, where they were counted: those taken out may have left it since
 */
export const selectedCount = ({ kind, keys }: RowSelection, total: number, inList?: number): number =>
  kind === 'some' ? keys.length : (inList ?? Math.max(total - keys.length, 0))

/** What the box above all rows shows. Parameters as of {@link selectedCount}. */
export function headerTick(selection: RowSelection, total: number, inList?: number): 'all' | 'some' | 'none' {
  const count = inList ?? selectedCount(selection, total)
  if (count === 0 || total === 0) return 'none'
  return count === total && (selection.kind === 'all-but' || inList !== undefined) ? 'all' : 'some'
}
