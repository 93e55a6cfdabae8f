import type { MirrorSort } from '@shared/features/mirror'
import { type Sql, statement } from '../sql'

/** Where the key of a sort stands; there is an index on each. */
export interface Sort {
  readonly table: 'orders' | 'sort_keys'
  readonly column: string
  /** The key of an order; `null` when it has none. */
  readonly keyOf: (sql: Sql, id: number) => string | number | null
}

function byNumber(column: string): Sort {
  const key = statement(
    `select ${column} as key from orders where id = :id`,
    { id: 'integer' },
    { key: 'integer?' },
  )
  return { table: 'orders', column, keyOf: (sql, id) => sql.get(key, { id })?.key ?? null }
}

function byText(column: string, table: Sort['table'] = 'sort_keys'): Sort {
  const key = statement(
    `select cast(${column} as blob) as key from ${table} where id = :id`,
    { id: 'integer' },
    { key: 'utf8?' },
  )
  return { table, column, keyOf: (sql, id) => sql.get(key, { id })?.key ?? null }
}

/** Creation needs none: row ids follow it. */
const sorts: Readonly<Record<Exclude<MirrorSort, 'created'>, Sort>> = {
  modified: byNumber('modified'),
  travel: byNumber('travel_first'),
  tickets: byNumber('tickets'),
  version: byNumber('version'),
  status: byText('status', 'orders'),
  payment: byText('payment', 'orders'),
  reference: byText('reference'),
  externalReference: byText('external_reference'),
  guest: byText('guest'),
  email: byText('email'),
  products: byText('products'),
  suppliers: byText('suppliers'),
  channel: byText('channel'),
  createdBy: byText('created_by'),
  distributor: byText('distributor'),
  total: byText('total'),
}

/** A sort by anything but creation. */
export type KeySort = keyof typeof sorts

export const sortOf = (by: KeySort): Sort => sorts[by]
