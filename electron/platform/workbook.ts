import { writeXlsxStream } from 'hucre/xlsx'

/** A cell of a workbook: text, a number, or a wall clock time as if it were in UTC. */
export type SheetCell = string | number | Date | null

export interface SheetColumn {
  readonly header: string
  /** How its cells are shown, in Excel's own words. */
  readonly format?: string | undefined
}

/** Characters that a cell can hold; Excel refuses to open a file with more. */
const longestCell = 32_767

/**
 * A workbook with one sheet, or with more where Excel's 1,048,576 rows are not enough. Texts are texts, so that none of
 * them is a formula.
 */
export async function* workbookBytes(
  { name, columns }: { readonly name: string; readonly columns: readonly SheetColumn[] },
  rows: AsyncIterable<readonly SheetCell[]>,
): AsyncGenerator<Uint8Array> {
  async function* fitting() {
    for await (const row of rows) yield row.map(fit)
  }
  const stream = writeXlsxStream(fitting(), {
    name,
    columns: columns.map(({ header, format }) => ({
      ...{ header, width: 18 },
      ...(format === undefined ? {} : { numFmt: format }),
    })),
    freezePane: { rows: 1 },
    zip64: false,
  })
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    // Who stops half-way wants no more of it.
    await reader.cancel().catch(() => {})
  }
}

const fit = (cell: SheetCell): SheetCell =>
  typeof cell === 'string' && cell.length > longestCell ? `${cell.slice(0, longestCell - 1)}…` : cell
