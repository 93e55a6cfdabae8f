import { readPieces } from '@shared/features/stock'
import type { Table } from '../../../lib/table-file/table'

/** What of a row of stock a column of a file can hold. */
export const importFields = ['id', 'label', 'product', 'available'] as const
export type ImportField = (typeof importFields)[number]

/** Which column of a file holds what, from 0; a field that is not in the file is absent. */
export interface ImportMapping {
  readonly hasHeading: boolean
  readonly columns: Readonly<Partial<Record<ImportField, number>>>
}

/** What is known of the rows of stock, to recognise a column by. */
export interface KnownStock {
  readonly hasId: (text: string) => boolean
  readonly hasLabel: (text: string) => boolean
}

/** Headings in English and Dutch, those of our own files and the API's names of fields among them. */
const headings: Readonly<Record<ImportField, RegExp>> = {
  id: /^(?:(?:stock|voorraad)[ _-]?(?:item)?[ _-]?(?:id|nr|no|number|nummer)\.?|id|sku|artikel(?:nummer|nr|code)|item (?:id|no|number)\.?)$/i,
  available:
    /^(?:(?:new|nieuw)[ _-])?(?:available|beschikbaar|stock|voorraad|stock_items_available|quantity|qty|aantal|pieces|stuks|on hand|op voorraad)$/i,
  label:
    /^(?:stock[ _-]?(?:item|label|name)|item|label|article|artikel|artikelnaam|name|naam|description|omschrijving|voorraadartikel)$/i,
  product: /^(?:stock_)?product(?:en|s)?(?:[ _-]?(?:id|name|title|naam|titel))?$/i,
}

/** Rows that a column is judged by. */
const judged = 200

/** Which columns probably hold what: by their headings, else by what is in them. */
export function guessMapping({ rows }: Pick<Table, 'rows'>, known: KnownStock): ImportMapping {
  const [first = [], ...rest] = rows
  const named = byHeading(first)
  const isWords = rest.length > 0 && first.every((cell) => !/\d/.test(cell))
  const hasHeading = Object.keys(named).length > 0 || (isWords && !first.some(known.hasLabel))
  const body = (hasHeading ? rest : rows).slice(0, judged)
  return { hasHeading, columns: byContent(body, named, known) }
}

type Columns = ImportMapping['columns']

function byHeading(first: readonly string[]): Columns {
  const found: Partial<Record<ImportField, number>> = {}
  for (const field of importFields) {
    const at = first.findIndex((cell) => headings[field].test(cell))
    if (at >= 0) found[field] = at
  }
  return found
}

/** Fills what no heading named. A column is one thing only. */
function byContent(body: readonly (readonly string[])[], named: Columns, known: KnownStock): Columns {
  const width = body.reduce((most, row) => Math.max(most, row.length), 0)
  const found: Partial<Record<ImportField, number>> = { ...named }
  const free = () =>
    Array.from({ length: width }, (_, at) => at).filter((at) => !Object.values(found).includes(at))
  const share = (at: number, fits: (cell: string) => boolean): number =>
    body.filter((row) => fits(row[at] ?? '')).length / Math.max(1, body.length)
  const fill = (field: ImportField, fits: (cell: string) => boolean, columns: readonly number[]) => {
    if (found[field] !== undefined) return
    const best = columns.find((at) => share(at, fits) > 0.5)
    if (best !== undefined) found[field] = best
  }
  fill('id', known.hasId, free())
  fill('label', known.hasLabel, free())
  // In lists the number that counts stands last.
  fill('available', (cell) => 'pieces' in readPieces(cell, undefined), free().reverse())
  return found
}
