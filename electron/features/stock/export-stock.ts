import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type StockColumnId,
  type StockFileKind,
  type StockRow,
  type StockRules,
  type StockStanding,
  standingOf,
  type stockOperations,
} from '@shared/features/stock'
import type { Handler } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { type CsvCell, writeCsv } from '../../platform/csv'
import { datedName } from '../../platform/dated-name'
import type { ChooseSavePath } from '../../platform/save-dialog'
import { replaceFile, written } from '../../platform/write-file'
import type { ProductTitles } from './product-titles'
import type { StockReader } from './stock-reader'

export interface ExportStockDeps {
  readonly reader: Pick<StockReader, 'held'>
  readonly titles: Pick<ProductTitles, 'known'>
  readonly rulesOf: (profile: ProfileId) => StockRules
  readonly chooseSavePath: ChooseSavePath
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/** What the save dialog calls a kind of file. */
const kinds: Readonly<Record<StockFileKind, string>> = { xlsx: 'Excel', csv: 'CSV' }

/** Writes rows of stock, as they were read last, into a file. */
export function createExportStock({
  reader,
  titles,
  rulesOf,
  chooseSavePath,
  now,
}: ExportStockDeps): Handler<(typeof stockOperations)['exportStock']> {
  return async ({ profile, as, columns, words, reading, rows: places }, caller) => {
    const held = reader.held(profile)
    if (held?.id !== reading)
      return err(appError('STOCK_READ_AGAIN', 'the stock was read again since these rows were shown'))
    const all = [...held.rows.values()]
    const rows = places ? places.flatMap((at) => all[at] ?? []) : all
    const name = datedName('stock', as, now())
    const path = await chooseSavePath({ name, kind: { name: kinds[as], extension: as } }, caller)
    if (path === undefined) return ok({ rows: 0 })
    const cell = cellReader(rulesOf(profile), words, (product) => titles.known(profile, product))
    const table = {
      header: columns.map(({ header }) => header),
      lines: () => rows.map((row) => columns.map(({ id }) => cell(row, id))),
    }
    const saved = await written(() => (as === 'csv' ? asCsv(path, table) : asWorkbook(path, table)))
    return saved.ok ? ok({ savedAs: basename(path), rows: rows.length }) : saved
  }
}

interface FileTable {
  readonly header: readonly string[]
  readonly lines: () => readonly (readonly CsvCell[])[]
}

const asCsv = (path: string, { header, lines }: FileTable): Promise<void> =>
  writeCsv(path, { header, rows: lines() })

async function asWorkbook(path: string, { header, lines }: FileTable): Promise<void> {
  // Nobody needs it before the first workbook.
  const { workbookBytes } = await import('../../platform/workbook')
  async function* rows() {
    for (const line of lines()) yield line.map((cell) => cell ?? null)
  }
  const columns = header.map((heading) => ({ header: heading }))
  await replaceFile(path, (part) =>
    pipeline(
      Readable.from(workbookBytes({ name: 'Stock', columns }, rows())),
      createWriteStream(part, { flags: 'wx', mode: 0o600 }),
    ),
  )
}

/** Numbers as numbers, moments and ids as sent. */
function cellReader(
  rules: StockRules,
  words: Readonly<Record<StockStanding, string>>,
  titleOf: (product: string) => string | undefined,
) {
  return (row: StockRow, column: StockColumnId): CsvCell => {
    switch (column) {
      case 'product':
        return row.product === undefined ? undefined : (titleOf(row.product) ?? row.product)
      case 'productId':
        return row.product
      case 'state': {
        const standing = standingOf(row, rules)
        return standing && words[standing]
      }
      case 'low':
        return Object.hasOwn(rules.lows, row.id) ? rules.lows[row.id] : undefined
      case 'modifiedBy':
        return row.modifiedBy ?? row.modifiedByEmail
      default:
        return row[column] ?? undefined
    }
  }
}
