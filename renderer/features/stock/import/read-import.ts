import { readPieces, type StockProblem, type StockRow } from '@shared/features/stock'
import type { StockId } from '@shared/kernel/ids'
import type { Table } from '../../../lib/table-file/table'
import type { ProductNames } from '../product-names'
import { productName } from '../product-names'
import type { ImportField, ImportMapping, KnownStock } from './mapping'

/** Why a line of a file changes nothing. */
export type ImportProblem =
  | StockProblem
  /** Nothing says which row it is about. */
  | 'NO_KEY'
  /** No row is called so. */
  | 'UNKNOWN'
  /** More than one row is called so. */
  | 'AMBIGUOUS'
  /** A spreadsheet took the ID for a number and shortened it: 2.01910E+19. */
  | 'ID_SHORTENED'
  /** Other lines are about the same row. */
  | 'DOUBLED'
  | 'CLOSED'

/** A line that changes a row. */
export interface ImportedChange {
  /** As {@link Table.lines} has it. */
  readonly line: number
  readonly row: StockRow
  /** What the list shows of it now. */
  readonly before: number | null
  readonly wanted: number
}

/** A line that is left out: where, what stands there, and why. */
export interface ImportLeftOut {
  readonly line: number
  readonly field: ImportField
  readonly value: string
  readonly why: ImportProblem
}

/** What a file comes to; every line of it is counted once. */
export interface Import {
  readonly changes: readonly ImportedChange[]
  /** Lines whose row is like that already. */
  readonly same: number
  /** Lines without a number. */
  readonly blank: number
  readonly leftOut: readonly ImportLeftOut[]
}

/** Rows of stock as lines of a file name them. */
export class StockIndex implements KnownStock {
  readonly #byId: ReadonlyMap<string, StockRow>
  readonly #byLabel = new Map<string, StockRow[]>()
  readonly #byProduct = new Map<string, StockRow[]>()
  readonly #names: ProductNames

  constructor(rows: readonly StockRow[], names: ProductNames) {
    this.#names = names
    this.#byId = new Map(rows.map((row) => [row.id, row]))
    for (const row of rows) {
      add(this.#byLabel, row.label, row)
      for (const product of new Set([row.product, productName(row, names)]))
        add(this.#byProduct, product, row)
    }
  }

  hasId = (text: string): boolean => this.#byId.has(text)
  hasLabel = (text: string): boolean => this.#byLabel.has(nameOf(text))

  /** The row that a line is about. By its ID alone where it has one: a name is no second guess. */
  find({ id, label, product }: Readonly<Record<'id' | 'label' | 'product', string>>): StockRow | NotFound {
    const byId = this.#byId.get(id)
    if (byId) return byId
    const isShortened = /^\d(?:[.,]\d+)?e\+?\d+$/i.test(id)
    if (id !== '' && !isShortened) return notFound('id', 'UNKNOWN')
    if (label === '' && product === '') return notFound('id', isShortened ? 'ID_SHORTENED' : 'NO_KEY')
    const field = label === '' ? 'product' : 'label'
    const named = field === 'label' ? this.#byLabel.get(nameOf(label)) : this.#byProduct.get(nameOf(product))
    const isOfProduct = (row: StockRow) =>
      product === '' ||
      [row.product, productName(row, this.#names)].some(
        (one) => one !== undefined && nameOf(one) === nameOf(product),
      )
    const [found, another] = (named ?? []).filter(isOfProduct)
    if (!found) return notFound(field, 'UNKNOWN')
    return another ? notFound(field, 'AMBIGUOUS') : found
  }
}

interface NotFound {
  readonly field: ImportField
  readonly why: ImportProblem
}
const notFound = (field: ImportField, why: ImportProblem): NotFound => ({ field, why })

/** A name without what does not set names apart, and without the apostrophe that our files put before a formula. */
const nameOf = (text: string): string =>
  text
    .trim()
    .replace(/^'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .toLowerCase()

function add(index: Map<string, StockRow[]>, name: string | undefined, row: StockRow): void {
  if (name === undefined) return
  const known = index.get(nameOf(name))
  if (known) known.push(row)
  else index.set(nameOf(name), [row])
}

interface ImportOptions {
  readonly mapping: ImportMapping
  readonly index: StockIndex
  /** What the list shows of a row now. */
  readonly shown: (row: StockRow) => number | null
  /** Most pieces that the person allows. */
  readonly limit: number | undefined
}

/**
 * What the lines of a file want of rows of stock. Only a readable whole number of a row that is there, is open and is named
 * once changes anything; an empty cell leaves its row as it is.
 */
export function readImport(table: Pick<Table, 'rows' | 'lines'>, options: ImportOptions): Import {
  const { mapping, index, shown, limit } = options
  const { hasHeading, columns } = mapping
  const found: { line: number; text: string; row: StockRow }[] = []
  const leftOut: ImportLeftOut[] = []
  let blank = 0
  for (const [at, cells] of table.rows.entries()) {
    if (hasHeading && at === 0) continue
    const cell = (field: ImportField): string => cells[columns[field] ?? -1] ?? ''
    const line = table.lines[at] ?? at + 1
    const text = cell('available')
    if (text === '') {
      blank += 1
      continue
    }
    const row = index.find({ id: cell('id'), label: cell('label'), product: cell('product') })
    if ('why' in row) leftOut.push({ line, ...row, value: cell(row.field) })
    else found.push({ line, text, row })
  }
  const lines = new Map<StockId, number>()
  for (const { row } of found) lines.set(row.id, (lines.get(row.id) ?? 0) + 1)
  const changes: ImportedChange[] = []
  let same = 0
  for (const { line, text, row } of found) {
    const read = readPieces(text, limit)
    const why = problemOf(row, read, lines.get(row.id) ?? 0)
    if (why || !('pieces' in read)) {
      leftOut.push({ line, field: 'available', value: text, why: why ?? 'NOT_WHOLE' })
    } else if (read.pieces === shown(row)) same += 1
    else changes.push({ line, row, before: shown(row), wanted: read.pieces })
  }
  leftOut.sort((a, b) => a.line - b.line)
  return { changes, same, blank, leftOut }
}

function problemOf(
  row: StockRow,
  read: ReturnType<typeof readPieces>,
  lines: number,
): ImportProblem | undefined {
  if ('problem' in read) return read.problem
  if (row.active === false) return 'CLOSED'
  return lines > 1 ? 'DOUBLED' : undefined
}
