/** What a screen asks of its grid. */
export interface DataGridHandle {
  /** Puts the keyboard on a row and scrolls to it, as soon as it is known where it stands; not when it is not there. */
  focusRow(key: string): void
  /** Moves the keyboard up or down, with 0 back to where it was last; onto the first row when it is on none. */
  moveFocus(by: 1 | 0 | -1): void
  /** Puts the keyboard on the row at a position, from 0, or on the last one where there are fewer. */
  goTo(position: number): void
  /** Copies as the copy key does: the selected rows, or the cell in focus. */
  copy(): void
  /** Takes what is being typed into a cell, as leaving it does. */
  finishTyping(): void
  /** Key of the row that has or last had the keyboard. */
  focusedKey(): string | undefined
}
