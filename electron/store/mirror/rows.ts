import type { OrderRow } from '@shared/features/orders'
import { type Sql, statement } from '../sql'
import { DamageError } from './damage'
import { unpackDocument } from './document-codec'
import { idsText } from './id-query'

const shown = statement(
  `select cast(s.row as blob) as row from json_each(:ids) j cross join shown s on s.id = j.value order by j.key`,
  { ids: 'text' },
  { row: 'utf8' },
)
const kept = statement(
  'select d.doc, d.asked_at from orders o join documents d on d.id = o.id where o.reference = :reference',
  { reference: 'text' },
  { doc: 'blob', asked_at: 'integer' },
)

/** Rows of the list in the order of their ids; every one of them is held. */
export function readRows(sql: Sql, ids: Float64Array): OrderRow[] {
  if (ids.length === 0) return []
  const rows = sql.all(shown, { ids: idsText(ids) })
  if (rows.length !== ids.length) throw new DamageError('an order has no row')
  return rows.map(({ row }) => parsedRow(row))
}

/** A row as it is kept. */
export function parsedRow(row: string): OrderRow {
  try {
    // Written by us from what the same schema describes.
    return JSON.parse(row) as OrderRow
  } catch {
    throw new DamageError('the row of an order cannot be read')
  }
}

/** An order as received, and when it was asked for. */
export function readOrder(sql: Sql, reference: string): { text: string; askedAt: number } | undefined {
  const found = sql.get(kept, { reference })
  return found && { text: unpackDocument(found.doc).text, askedAt: found.asked_at }
}
