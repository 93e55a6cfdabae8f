/** Marks that a row bears beside its cells. */
export interface RowMarks {
  /** Below the end of the list, until the library has heard where that is. */
  readonly isBeyond: boolean
  readonly isWaiting: boolean
  readonly isSelected: boolean
  readonly isCurrent: boolean
}

/** Puts the marks on the element of a row: drawing the row again would take the keyboard from it. */
export function markRow(row: Element, { isBeyond, isWaiting, isSelected, isCurrent }: RowMarks): void {
  row.toggleAttribute('data-beyond', isBeyond)
  row.toggleAttribute('data-waiting', isWaiting)
  row.setAttribute('aria-selected', String(isSelected))
  if (isCurrent) row.setAttribute('aria-current', 'true')
  else row.removeAttribute('aria-current')
}
