/** Rows of cells out of what somebody pasted or dropped; every cell is a text without blanks around it. */
export interface Table {
  readonly rows: readonly (readonly string[])[]
  /** Where each row begins in the file, by its count of lines or of the spreadsheet's rows, from 1. */
  readonly lines: readonly number[]
  /** There was more than is read. */
  readonly more: boolean
  /** Cells of a spreadsheet that hold a formula: they are left empty, as what they show is not what they hold. */
  readonly formulas: number
}

/** Why there is no table. */
export type TableProblem = 'TOO_LARGE' | 'BINARY' | 'EMPTY' | 'OLD_SPREADSHEET' | 'BROKEN'

export type TableResult = { readonly table: Table } | { readonly problem: TableProblem }

/** How much is read, so that a hostile file costs no more than a large one. */
export interface TableLimits {
  /** Most rows: more than can be worked with, so that it can be said. */
  readonly rows: number
  /** Longest text, in characters, and largest file, in bytes. */
  readonly text: number
  /** Largest part of a workbook once unpacked, in bytes: a small file can unpack to any size. */
  readonly unpacked: number
}

/** Columns that are read of each row. */
export const mostColumns = 50

/** Takes rows one after the other, as far as they are wanted: cells without blanks, rows with something in them. */
export class TableRows {
  readonly #most: number
  readonly #rows: string[][] = []
  readonly #lines: number[] = []
  #more = false

  constructor({ rows }: Pick<TableLimits, 'rows'>) {
    this.#most = rows
  }

  /** False once no more rows are wanted. */
  add(row: readonly string[], line: number): boolean {
    const cells = row.slice(0, mostColumns).map((cell) => cell.trim())
    if (!cells.some((cell) => /[\p{L}\p{N}]/u.test(cell))) return true
    this.#more = this.#rows.length === this.#most
    if (this.#more) return false
    this.#rows.push(cells)
    this.#lines.push(line)
    return true
  }

  result({ formulas = 0 } = {}): TableResult {
    if (this.#rows.length === 0) return { problem: 'EMPTY' }
    return { table: { rows: this.#rows, lines: this.#lines, more: this.#more, formulas } }
  }
}
