/** Marks that a row bears beside its cells. */
export interface RowMarks {
  readonly isWaiting: boolean
  readonly isSelected: boolean
  readonly isCurrent: boolean
}

/** Puts the marks on the element of a row: drawing the row again would take the keyboard from it. */
export function markRow(row: Element, { isWaiting, isSelected, isCurrent }: RowMarks): void {
  row.toggleAttribute('data-waiting', isWaiting)
  row.setAttribute('aria-selected', String(isSelected))
  if (isCurrent) row.setAttribute('aria-current', 'true')
  else row.removeAttribute('aria-current')
}
