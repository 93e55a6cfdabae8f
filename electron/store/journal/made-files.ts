import type { MadeFile } from '../../journal/privacy-record'
import { type Sql, statement } from '../sql'

const put = statement(
  `insert or replace into made_files (path, profile, order_reference, at)
   values (:path, :profile, :order, :at)`,
  { path: 'text', profile: 'text', order: 'text', at: 'integer' },
)
const ofOrder = statement(
  `select cast(path as blob) as path from made_files
   where order_reference = :order and profile = :profile order by at, path`,
  { order: 'text', profile: 'text' },
  { path: 'utf8' },
)
const forget = statement('delete from made_files where order_reference = :order', { order: 'text' })

/** Files that were made of one order each, in the journal's file. */
export const madeFilesIn = (sql: Sql) => ({
  noteFile: (file: MadeFile): void => void sql.transaction(() => sql.run(put, { ...file })),
  files: (profile: string, orders: readonly string[]): string[] =>
    orders.flatMap((order) => sql.all(ofOrder, { order, profile }).map(({ path }) => path)),
})

/** Where they are is not known any more; the caller holds the transaction. */
export const forgetFiles = (sql: Sql, order: string): void => void sql.run(forget, { order })
