import type { OrderRow } from '@shared/features/orders'
import { type Sql, statement } from '../sql'
import { DamageError } from './damage'
import { idsText } from './id-query'
import { readDocument, type SealedValues, sealedColumnsSql, unsealRow } from './seal'
import { heldOrder } from './write-order'

// All rows come as one text, as fetching them one by one takes longer than reading them. An aggregate takes them in the
// order of what it selects from. In the JSON of a row no line ends.
const shown = statement(
  `select cast(group_concat(row, char(10)) as blob) as rows, cast('[' || group_concat(columns) || ']' as blob) as columns
    from (select s.row, ${sealedColumnsSql} as columns
      from json_each(:ids) j cross join shown s on s.id = j.value cross join orders o on o.id = s.id
      order by j.key)`,
  { ids: 'text' },
  { rows: 'utf8?', columns: 'utf8?' },
)
const kept = statement(
  'select doc, asked_at from documents where id = :id',
  { id: 'integer' },
  { doc: 'blob', asked_at: 'integer' },
)

/** Rows as JSON, each as it was written with its columns, in the order of their ids; those that are not held are left out. */
export function rowTexts(sql: Sql, ids: Float64Array): string[] {
  if (ids.length === 0) return []
  const found = sql.get(shown, { ids: idsText(ids) })
  if (!found || found.rows === null || found.columns === null) return []
  const columns = parsed<SealedValues[]>(found.columns)
  const rows = found.rows.split('\n')
  if (rows.length !== columns.length) throw new DamageError('a row has no end')
  return rows.map((row, at) => unsealRow(row, columns[at] ?? []))
}

/** Rows of the list in the order of their ids; those that are not held are left out. */
export const readHeldRows = (sql: Sql, ids: Float64Array): OrderRow[] =>
  // Written by us from what the same schema describes.
  parsed<OrderRow[]>(`[${rowTexts(sql, ids)}]`)

/** Rows of the list in the order of their ids; every one of them is held. */
export function readRows(sql: Sql, ids: Float64Array): OrderRow[] {
  const rows = readHeldRows(sql, ids)
  if (rows.length !== ids.length) throw new DamageError('an order has no row')
  return rows
}

function parsed<T>(text: string): T {
  try {
    return JSON.parse(text) as T
  } catch {
    throw new DamageError('the row of an order cannot be read')
  }
}

/** An order as received, and when it was asked for. */
export function readOrder(sql: Sql, reference: string): { text: string; askedAt: number } | undefined {
  const { id } = heldOrder(sql, reference) ?? {}
  if (id === undefined) return undefined
  const found = sql.get(kept, { id })
  if (!found) throw new DamageError('an order has no document')
  return { text: readDocument(id, found.doc).text, askedAt: found.asked_at }
}
