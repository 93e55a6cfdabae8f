import { type Sql, statement, toStorable } from '../../sql'
import { DamageError } from '../damage'
import { type WrittenFile, writtenKinds } from '../protocol'

const put = statement(
  'insert or replace into exports (path, at, kind, orders) values (:path, :at, :kind, :orders)',
  { path: 'text', at: 'integer', kind: 'text', orders: 'integer' },
)
const read = statement(
  'select cast(path as blob) as path, at, cast(kind as blob) as kind, orders from exports order by at desc, path',
  {},
  { path: 'utf8', at: 'integer', kind: 'utf8', orders: 'integer' },
)

const drop = statement('delete from exports where path = :path', { path: 'text' })

/** Remembers a file with orders that is outside the encrypted store. The caller holds the transaction. */
export const putWritten = (sql: Sql, file: WrittenFile): void =>
  void sql.run(put, { ...file, path: toStorable(file.path) })

/** It is not there any more. The caller holds the transaction. */
export const dropWritten = (sql: Sql, path: string): void => void sql.run(drop, { path: toStorable(path) })

/** The files that were written, the latest first. They may have been moved or deleted since. */
export const writtenFiles = (sql: Sql): WrittenFile[] =>
  sql.all(read, {}).map((file) => {
    const kind = writtenKinds.find((known) => known === file.kind)
    if (!kind) throw new DamageError('a file is of an unknown kind')
    return { ...file, kind }
  })
