import { type ParamType, type Sql, statement } from '../sql'
import { DamageError } from './damage'
import type { KeptDocument } from './document-codec'
import type { PreparedOrder } from './read-page'
import { firstIdOf, perMoment } from './row-id'
import { readDocument, sealDocument, sealedValues, sealRow } from './seal'

/** What of a held order decides whether another reading of it is newer. */
export interface Held {
  readonly id: number
  readonly version: number | null
  readonly modified: number | null
  readonly asked_at: number
}

// The reference as the order has it, beside that of the index by which it is found.
const held = statement(
  `select o.id, cast(o.reference as blob) as reference, o.version, o.modified, o.asked_at
    from orders found cross join orders o on o.id = found.id where found.reference = :reference`,
  { reference: 'text' },
  { id: 'integer', reference: 'utf8', version: 'integer?', modified: 'integer?', asked_at: 'integer' },
)
const highest = statement(
  'select max(id) as id from orders where id between :first and :last',
  { first: 'integer', last: 'integer' },
  { id: 'integer?' },
)
const document = statement('select doc from documents where id = :id', { id: 'integer' }, { doc: 'blob' })
const touchOrder = statement('update orders set asked_at = :at, cancelled = :cancelled where id = :id', {
  at: 'integer',
  cancelled: 'integer?',
  id: 'integer',
})
const touchDocument = statement('update documents set asked_at = :at where id = :id', {
  at: 'integer',
  id: 'integer',
})

const orderColumns = {
  id: 'integer',
  reference: 'text',
  asked_at: 'integer',
  version: 'integer?',
  modified: 'integer?',
  cancelled: 'integer?',
  travel_first: 'integer?',
  travel_last: 'integer?',
  first_day: 'integer?',
  last_day: 'integer?',
  weekdays: 'integer',
  lead_days: 'integer?',
  status: 'text?',
  payment: 'text',
  channel: 'text?',
  currency: 'text?',
  total: 'integer?',
  fee: 'integer?',
  refunded: 'integer?',
  margin: 'integer?',
  redeemed: 'integer',
  tickets: 'integer',
  open: 'integer',
  over: 'integer',
} as const
/** What only sorts. */
export const keyColumns = {
  id: 'integer',
  reference: 'text?',
  external_reference: 'text?',
  guest: 'text?',
  email: 'text?',
  products: 'text?',
  suppliers: 'text?',
  channel: 'text?',
  created_by: 'text?',
  distributor: 'text?',
  total: 'text?',
} as const

function putInto<const P extends Readonly<Record<string, ParamType>>>(table: string, columns: P) {
  const names = Object.keys(columns)
  return statement(`insert into ${table} (${names}) values (${names.map((name) => `:${name}`)})`, columns)
}
const putOrder = putInto('orders', orderColumns)
const putKeys = putInto('sort_keys', keyColumns)
const putShown = putInto('shown', { id: 'integer', row: 'text' })
const putDocument = putInto('documents', { id: 'integer', asked_at: 'integer', doc: 'blob' })
const putDay = putInto('days', { id: 'integer', day: 'integer' })
const dropDays = statement('delete from days where id = :id', { id: 'integer' })
const putWords = statement('insert into words (rowid, text) values (:id, :words)', {
  id: 'integer',
  words: 'text',
})
const dropWords = statement("insert into words (words, rowid, text) values ('delete', :id, :words)", {
  id: 'integer',
  words: 'text',
})
const drops = ['orders', 'sort_keys', 'shown', 'documents'].map((table) =>
  statement(`delete from ${table} where id = :id`, { id: 'integer' }),
)

/** @throws DamageError when what is found is another order */
export function heldOrder(sql: Sql, reference: string): Held | undefined {
  const found = sql.get(held, { reference })
  if (found && found.reference !== reference)
    throw new DamageError('an order is found by the reference of another')
  return found
}

/** A row id for an order that is not held; `undefined` when there are none left for its moment. */
export function newId(sql: Sql, created: number): number | undefined {
  const first = firstIdOf(created)
  const last = first + perMoment - 1
  const taken = sql.get(highest, { first, last })?.id ?? first - 1
  return taken < last ? taken + 1 : undefined
}

/** @throws DamageError when there is none that can be read */
export const documentOf = (sql: Sql, id: number): KeptDocument =>
  readDocument(id, sql.get(document, { id })?.doc ?? new Uint8Array())

/** Writes an order, new or in place of what `before` holds of it. The caller holds the transaction. */
export function writeOrder(
  sql: Sql,
  id: number,
  order: PreparedOrder,
  askedAt: number,
  before: { readonly words: string } | undefined,
): void {
  if (before) for (const drop of [dropDays, ...drops]) sql.run(drop, { id })
  sql.run(putOrder, { id, asked_at: askedAt, ...order.columns })
  sql.run(putKeys, { id, ...order.keys })
  sql.run(putShown, { id, row: sealRow(order.row, sealedValues(id, order)) })
  sql.run(putDocument, { id, asked_at: askedAt, doc: sealDocument(id, order.doc) })
  for (const day of order.days) sql.run(putDay, { id, day })
  if (before?.words === order.words) return
  if (before) sql.run(dropWords, { id, words: before.words })
  sql.run(putWords, { id, words: order.words })
}

/**
 * The API said the same again, at a later time.
 * @param cancelled when the order was cancelled: of one that was written by schema version 4 it is a guess
 */
export function touch(sql: Sql, id: number, askedAt: number, cancelled: number | null): void {
  sql.run(touchOrder, { id, at: askedAt, cancelled })
  sql.run(touchDocument, { id, at: askedAt })
}

/** Removes an order with its words. The caller holds the transaction, and goes by ascending ids where there are many. */
export function dropOrder(sql: Sql, id: number): void {
  sql.run(dropWords, { id, words: documentOf(sql, id).words })
  sql.run(dropDays, { id })
  for (const drop of drops) sql.run(drop, { id })
}
