import type { MadeFile, MadeList, OrderOwner } from '../../journal/privacy-record'
import { type Sql, statement } from '../sql'

const put = statement(
  `insert or replace into made_files (path, profile, account, order_reference, at)
   values (:path, :profile, :account, :order, :at)`,
  { path: 'text', profile: 'text', account: 'text?', order: 'text', at: 'integer' },
)
/** What a list has for an order. */
const ofMany = ''
/** The one condition under which a file is read and forgotten: `isOwner`. Format 7 noted no account. */
const ofOrder = `order_reference = :order and (profile = :profile or account is null or account = :account)`
const key = { order: 'text', profile: 'text', account: 'text?' } as const
const read = statement(
  `select cast(path as blob) as path from made_files where ${ofOrder} order by at, path`,
  key,
  { path: 'utf8' },
)
const readLists = statement(
  `select cast(path as blob) as path, at from made_files where ${ofOrder} order by at desc, path`,
  key,
  { path: 'utf8', at: 'integer' },
)
const forget = statement(`delete from made_files where ${ofOrder}`, key)
const drop = statement('delete from made_files where path = :path', { path: 'text' })

const keyOf = (order: string, { profile, account }: OrderOwner) => ({
  ...{ order, profile },
  account: account ?? null,
})

/** Files that were made of one order each, and lists of many, in the journal's file. */
export const madeFilesIn = (sql: Sql) => ({
  noteFile: ({ account, order = ofMany, ...file }: MadeFile): void =>
    void sql.transaction(() => sql.run(put, { ...file, order, account: account ?? null })),
  forgetFile: (path: string): void => void sql.transaction(() => sql.run(drop, { path })),
  files: (owner: OrderOwner, orders: readonly string[]): string[] =>
    orders.flatMap((order) => sql.all(read, keyOf(order, owner)).map(({ path }) => path)),
  lists: (owner: OrderOwner): MadeList[] => sql.all(readLists, keyOf(ofMany, owner)),
})

/** Where they are is not known any more; the caller holds the transaction. */
export const forgetFiles = (sql: Sql, order: string, owner: OrderOwner): void =>
  void sql.run(forget, keyOf(order, owner))
