import type { OrderRow } from '@shared/features/orders'
import type { Sql } from '../../sql'
import { statement } from '../../sql'
import { DamageError } from '../damage'
import { idsText } from '../id-query'
import { readHeldRows, rowTexts } from '../rows'
import { readDocument } from '../seal'

// A left join: an order that was removed is left out, one whose document is missing is damage.
const documents = statement(
  `select o.id, d.doc from json_each(:ids) j cross join orders o on o.id = j.value
    left join documents d on d.id = o.id order by j.key`,
  { ids: 'text' },
  { id: 'integer', doc: 'blob?' },
)

export interface ReadBlock<T> {
  /** So many are read before others have their turn: a few milliseconds. */
  readonly atOnce: number
  /** What of some orders is written, in the order of their ids; those that are no longer held are left out. */
  read(sql: Sql, ids: Float64Array): readonly T[]
}

/** The rows of the list. */
export const shownRows: ReadBlock<OrderRow> = { atOnce: 120, read: readHeldRows }

/** The texts of the orders as the API sent them. */
export const orderTexts: ReadBlock<string> = {
  atOnce: 40,
  read: (sql, ids) => {
    // The totals of the file are those of the columns, which the rows vouch for.
    rowTexts(sql, ids)
    return sql.all(documents, { ids: idsText(ids) }).map(({ id, doc }) => {
      if (doc === null) throw new DamageError('an order has no document')
      return readDocument(id, doc).text
    })
  },
}
