import type { Sql } from '../../sql'
import { statement } from '../../sql'
import { DamageError } from '../damage'
import { unpackDocument } from '../document-codec'
import { idsText } from '../id-query'
import { parsedRow } from '../rows'
import type { Priced } from '../totals'

const priced = 'cast(o.currency as blob) as currency, o.total, o.fee, o.refunded, o.asked_at'
const pricedColumns = {
  currency: 'utf8?',
  total: 'integer?',
  fee: 'integer?',
  refunded: 'integer?',
  asked_at: 'integer',
} as const
// A left join: an order that was removed is left out, one whose row is missing is damage.
const rows = statement(
  `select ${priced}, cast(s.row as blob) as row from json_each(:ids) j cross join orders o on o.id = j.value
    left join shown s on s.id = o.id order by j.key`,
  { ids: 'text' },
  { ...pricedColumns, row: 'utf8?' },
)
const documents = statement(
  `select ${priced}, d.doc from json_each(:ids) j cross join orders o on o.id = j.value
    left join documents d on d.id = o.id order by j.key`,
  { ids: 'text' },
  { ...pricedColumns, doc: 'blob?' },
)

/** An order with the amounts that it adds to the totals, both of the same moment. */
export interface Exported<T> {
  readonly value: T
  readonly amounts: Priced
  /** When it was read from the API, milliseconds since 1970 UTC. */
  readonly askedAt: number
}

/** Reads what of some orders is written, in the order of their ids; those that are no longer held are left out. */
export type ReadBlock<T> = (sql: Sql, ids: Float64Array) => Exported<T>[]

/** The rows of the list. */
export const readShown: ReadBlock<ReturnType<typeof parsedRow>> = (sql, ids) =>
  sql.all(rows, { ids: idsText(ids) }).map(({ row, asked_at, ...amounts }) => {
    if (row === null) throw new DamageError('an order has no row')
    return { value: parsedRow(row), amounts, askedAt: asked_at }
  })

/** The texts of the orders as the API sent them. */
export const readTexts: ReadBlock<string> = (sql, ids) =>
  sql.all(documents, { ids: idsText(ids) }).map(({ doc, asked_at, ...amounts }) => {
    if (doc === null) throw new DamageError('an order has no document')
    return { value: unpackDocument(doc).text, amounts, askedAt: asked_at }
  })
