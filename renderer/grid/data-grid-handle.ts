/** What a screen asks of its grid. */
export interface DataGridHandle {
  /** Puts the keyboard on a row and scrolls to it; false when it is not there. */
  focusRow(key: string): boolean
  /** Moves the keyboard up or down; onto the first row when it is on none. */
  moveFocus(by: 1 | -1): void
  /** Key of the row that has or last had the keyboard. */
  focusedKey(): string | undefined
}
