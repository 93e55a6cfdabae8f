import { openDatabase } from '../../electron/store/database'
import { unpackDocument } from '../../electron/store/mirror/document-codec'
import { documentIn } from '../../electron/store/mirror/seal'
import { type Sql, statement } from '../../electron/store/sql'
import { holding } from './byte-search'

/** One value that a store holds, as the bytes that it is. */
interface Held {
  /** `table.column` */
  readonly where: string
  readonly bytes: Buffer
}

const tables = statement(
  `select cast(name as blob) as name from sqlite_schema where type = 'table' order by name`,
  {},
  { name: 'utf8' },
)

/**
 * Everything that an encrypted store of ours holds, opened with its key: every value of every table, those of the word
 * index's own tables too, documents unpacked, and the words themselves. Nobody else may have it open.
 * @param key 64 hex digits
 */
export function dumpStore(path: string, key: string): Held[] {
  const sql = openDatabase(path, key)
  try {
    const names = sql.all(tables, {}).map(({ name }) => name)
    return [
      ...names.flatMap((name) => columnsOf(sql, name).flatMap((column) => valuesOf(sql, name, column))),
      ...(names.includes('words') ? wordsOf(sql) : []),
    ]
  } finally {
    sql.close()
  }
}

/** Where a store holds any of these values, see {@link holding}; with the value found. */
export function heldInStore(path: string, key: string, values: readonly string[]): string[] {
  const held = dumpStore(path, key)
  return values.flatMap((value) => {
    const isIn = holding(value)
    return held.filter(({ bytes }) => isIn(bytes)).map(({ where }) => `${where}: ${value}`)
  })
}

const columnsOf = (sql: Sql, table: string): string[] =>
  sql
    .all(
      statement(
        'select cast(name as blob) as name from pragma_table_xinfo(:table)',
        { table: 'text' },
        { name: 'utf8' },
      ),
      {
        table,
      },
    )
    .map(({ name }) => name)

function valuesOf(sql: Sql, table: string, column: string): Held[] {
  const all = statement(`select cast("${column}" as blob) as value from "${table}"`, {}, { value: 'blob?' })
  const where = `${table}.${column}`
  return sql.all(all, {}).flatMap(({ value }) => {
    if (value === null) return []
    const bytes = Buffer.from(value)
    const unpacked = unpackedOf(bytes)
    return [{ where, bytes }, ...(unpacked === undefined ? [] : [{ where, bytes: Buffer.from(unpacked) }])]
  })
}

function unpackedOf(bytes: Buffer): string | undefined {
  try {
    const { words, text } = unpackDocument(documentIn(bytes))
    return `${words}\n${text}`
  } catch {
    return undefined
  }
}

/** Words lie in the index without what they begin with, so they are read from it. */
function wordsOf(sql: Sql): Held[] {
  sql.script('create virtual table temp.found_words using fts5vocab(main, words, row)')
  const all = statement('select cast(term as blob) as value from temp.found_words', {}, { value: 'blob' })
  return sql.all(all, {}).map(({ value }) => ({ where: 'words', bytes: Buffer.from(value) }))
}
