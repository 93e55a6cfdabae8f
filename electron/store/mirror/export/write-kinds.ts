import type { ExportKind, ExportLayout } from '@shared/features/mirror'
import type { OrderRow } from '@shared/features/orders'
import { type CsvCell, type CsvRow, csvStart, csvText } from '../../../platform/csv-text'
import { workbookBytes } from '../../../platform/workbook'
import { turn } from '../turn'
import { type FileColumn, fileColumns } from './columns'
import { orderTexts, type ReadBlock, shownRows } from './order-rows'

/** Answers the orders of a list a block at a time, and gives others their turn in between. */
export type Blocks = <T>(read: ReadBlock<T>) => AsyncGenerator<readonly T[]>

/** The bytes of a file, as they come to be. */
export function fileBytes(
  kind: ExportKind,
  blocks: Blocks,
  layout: ExportLayout,
): AsyncGenerator<Uint8Array> {
  if (kind === 'jsonl') return jsonLines(blocks)
  return kind === 'csv' ? csv(blocks, layout) : workbook(blocks, layout)
}

async function* csv(blocks: Blocks, layout: ExportLayout): AsyncGenerator<Uint8Array> {
  const columns = fileColumns(layout)
  yield utf8(csvStart(columns.flatMap(({ headings }) => headings)))
  for await (const block of blocks(shownRows)) {
    if (block.length > 0) yield utf8(csvText(block.map((row) => lineOf(columns, row))))
  }
}

function lineOf(columns: readonly FileColumn[], row: OrderRow): CsvRow {
  const line: CsvCell[] = []
  for (const { texts } of columns) line.push(...texts(row))
  return line
}

/** Orders as sent, each on a line: a line end in JSON is but room between its parts. */
async function* jsonLines(blocks: Blocks): AsyncGenerator<Uint8Array> {
  for await (const block of blocks(orderTexts)) {
    const lines = block.map((text) => `${text.replace(/[\r\n]+/g, ' ')}\n`)
    if (lines.length > 0) yield utf8(lines.join(''))
  }
}

/** Rows of a workbook that are made before others have their turn: each takes a tenth of a millisecond and more. */
const rowsAtOnce = 10

async function* workbook(blocks: Blocks, layout: ExportLayout): AsyncGenerator<Uint8Array> {
  const columns = fileColumns(layout)
  const cells = (row: OrderRow) => columns.flatMap((column) => column.cells(row))
  async function* rows() {
    for await (const block of blocks(shownRows)) {
      for (const [at, row] of block.entries()) {
        if (at % rowsAtOnce === rowsAtOnce - 1) await turn()
        yield cells(row)
      }
    }
  }
  const sheetColumns = columns.flatMap(({ sheetHeadings, formats }) =>
    sheetHeadings.map((header, at) => ({ header, format: formats[at] })),
  )
  yield* workbookBytes({ name: 'Orders', columns: sheetColumns }, rows())
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
