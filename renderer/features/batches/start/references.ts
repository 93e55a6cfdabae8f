import type { Table } from '../../../lib/table-file/table'

/** Words that head a column of references in what people paste. */
const heading =
  /^(order|booking|external|boekings?)?[ _-]*(reference|referentie|ref|number|nummer|no|nr|id)s?\.?$/i
/** One word with a digit, as references are; no amount and no date. */
const likely = /^(?=.*\d)(?!\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})[^\s@]{4,128}$/
const amount = /^[^\d]{0,3}\d+[.,]\d{1,3}$/
/** Longest reference that can be looked up. */
const longest = 128
/** Rows that a column is judged by. */
const judged = 200

export interface Column {
  readonly index: number
  /** Its heading; absent where the first row is no heading. */
  readonly heading: string | undefined
  /** Its first cells below the heading. */
  readonly sample: readonly string[]
}

/** What a table's columns are, and which of them is probably the one of the references. */
export interface Columns {
  readonly hasHeading: boolean
  readonly columns: readonly Column[]
  readonly guess: number
}

const isReference = (cell: string) => likely.test(cell) && !amount.test(cell)

/** Finds out whether the first row heads the others, and which column holds references. */
export function columnsOf({ rows }: Pick<Table, 'rows'>): Columns {
  const [first = [], ...rest] = rows
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const isNamed = first.some((cell) => heading.test(cell))
  const isWords = rest.length > 0 && first.every((cell) => !/\d/.test(cell))
  const hasHeading = isNamed || (isWords && rest.some((row) => row.some(isReference)))
  const body = (hasHeading ? rest : rows).slice(0, judged)
  const score = (index: number) => {
    const cells = body.map((row) => row[index] ?? '')
    const share = new Set(cells.filter(isReference)).size / Math.max(1, cells.length)
    return share + (hasHeading && heading.test(first[index] ?? '') ? 1 : 0)
  }
  const indexes = Array.from({ length: width }, (_, index) => index)
  return {
    hasHeading,
    columns: indexes.map((index) => ({
      index,
      heading: hasHeading ? first[index] || undefined : undefined,
      sample: body.slice(0, 5).map((row) => row[index] ?? ''),
    })),
    guess: indexes.reduce((best, index) => (score(index) > score(best) ? index : best), 0),
  }
}

/** The references of one column, in their order, doubles and all; cells too long to be any are counted and left out. */
export function referencesOf(
  { rows }: Pick<Table, 'rows'>,
  { hasHeading, column }: { readonly hasHeading: boolean; readonly column: number },
): { readonly references: readonly string[]; readonly tooLong: number } {
  const cells = rows
    .slice(hasHeading ? 1 : 0)
    .map((row) => row[column] ?? '')
    .filter((cell) => cell !== '')
  const references = cells.filter((cell) => cell.length <= longest)
  return { references, tooLong: cells.length - references.length }
}
