import { writeXlsxStream } from 'hucre/xlsx'
import type { FileColumn, SheetCell } from './columns'

/** Characters that a cell can hold; Excel refuses to open a file with more. */
const longestCell = 32_767

/**
 * A workbook with one sheet, or with more where Excel's 1,048,576 rows are not enough. Texts are texts, so that none of
 * them is a formula.
 */
export async function* workbookBytes(
  columns: readonly FileColumn[],
  rows: AsyncIterable<readonly SheetCell[]>,
): AsyncGenerator<Uint8Array> {
  const definitions = columns.flatMap(({ sheetHeadings, formats }) =>
    sheetHeadings.map((header, at) => {
      const numFmt = formats[at]
      return { header, width: 18, ...(numFmt === undefined ? {} : { numFmt }) }
    }),
  )
  async function* fitting() {
    for await (const row of rows) yield row.map(fit)
  }
  const stream = writeXlsxStream(fitting(), {
    name: 'Orders',
    columns: definitions,
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
