/** Rows of cells out of what somebody pasted or dropped; every cell is a text without blanks around it. */
export interface Table {
  readonly rows: readonly (readonly string[])[]
  /** There was more than is read. */
  readonly more: boolean
  /** Cells of a spreadsheet that hold a formula: they are left empty, as what they show is not what they hold. */
  readonly formulas: number
}

/** Why there is no table. */
export type TableProblem = 'TOO_LARGE' | 'BINARY' | 'EMPTY' | 'OLD_SPREADSHEET' | 'BROKEN'

export type TableResult = { readonly table: Table } | { readonly problem: TableProblem }

/** Most rows that are read: more than can be worked through, so that it can be said. */
export const mostRows = 10_000
/** Columns that are read of each. */
export const mostColumns = 50
/** Longest text, in characters, and largest file, in bytes. */
export const mostText = 5_000_000

/** Cells without blanks, rows without emptiness, no more than are read. */
export function toTable(rows: Iterable<readonly string[]>, { formulas = 0 } = {}): TableResult {
  const kept: string[][] = []
  let more = false
  for (const row of rows) {
    const cells = row.slice(0, mostColumns).map((cell) => cell.trim())
    if (!cells.some((cell) => /[\p{L}\p{N}]/u.test(cell))) continue
    if (kept.length === mostRows) {
      more = true
      break
    }
    kept.push(cells)
  }
  return kept.length === 0 ? { problem: 'EMPTY' } : { table: { rows: kept, more, formulas } }
}
