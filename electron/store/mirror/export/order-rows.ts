import type { OrderRow } from '@shared/features/orders'
import type { Sql } from '../../sql'
import { statement } from '../../sql'
import { DamageError } from '../damage'
import { unpackDocument } from '../document-codec'
import { idsText } from '../id-query'

// All rows come as one text, as fetching them one by one takes longer than reading them. An aggregate takes them in the
// order of what it selects from.
const rows = statement(
  `select cast('[' || group_concat(row) || ']' as blob) as rows
    from (select s.row from json_each(:ids) j cross join shown s on s.id = j.value order by j.key)`,
  { ids: 'text' },
  { rows: 'utf8?' },
)
// A left join: an order that was removed is left out, one whose document is missing is damage.
const documents = statement(
  `select d.doc from json_each(:ids) j cross join orders o on o.id = j.value
    left join documents d on d.id = o.id order by j.key`,
  { ids: 'text' },
  { doc: 'blob?' },
)

export interface ReadBlock<T> {
  /** So many are read before others have their turn: a few milliseconds. */
  readonly atOnce: number
  /** What of some orders is written, in the order of their ids; those that are no longer held are left out. */
  read(sql: Sql, ids: Float64Array): readonly T[]
}

/** The rows of the list. */
export const shownRows: ReadBlock<OrderRow> = {
  atOnce: 120,
  read: (sql, ids) => parsedRows(sql.get(rows, { ids: idsText(ids) })?.rows ?? '[]'),
}

function parsedRows(text: string): OrderRow[] {
  try {
    // Written by us from what the same schema describes.
    return JSON.parse(text) as OrderRow[]
  } catch {
    throw new DamageError('the row of an order cannot be read')
  }
}

/** The texts of the orders as the API sent them. */
export const orderTexts: ReadBlock<string> = {
  atOnce: 40,
  read: (sql, ids) =>
    sql.all(documents, { ids: idsText(ids) }).map(({ doc }) => {
      if (doc === null) throw new DamageError('an order has no document')
      return unpackDocument(doc).text
    }),
}
