/** What editing in place needs of a screen. */
export interface GridEditing<Row> {
  /** A block was pasted while the keyboard was on a cell. */
  readonly onPaste: (place: PastePlace<Row>) => void
  /**
   * A key on a cell that is not being typed into, as shortcuts are written ("Mod+Z"), or "Delete".
   * @returns whether it meant something
   */
  readonly onKey: (keys: string, row: Row) => boolean
}

/** Where a block is pasted. */
export interface PastePlace<Row> {
  /** As the clipboard has it. */
  readonly text: string
  /** Rows on screen from the one in focus down, in their order. */
  readonly rows: (count: number) => readonly Row[]
  /** Columns on screen from the one in focus on, in their order. */
  readonly columns: readonly string[]
}

/** A column whose cells can be typed into. */
export interface ColumnEdit<Row> {
  readonly can: (row: Row) => boolean
  /** Takes what was typed. What is shown afterwards is the column's own. */
  readonly onTyped: (row: Row, text: string) => void
  /** Whether a key begins to type, as far as it is a letter. */
  readonly begins: (key: string) => boolean
}
