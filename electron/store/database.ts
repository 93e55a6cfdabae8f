import { statSync } from 'node:fs'
import Database from 'libsql'
import { createSql, type Sql, statement } from './sql'

/** SQLite's page size. */
const pageBytes = 4096

/** SQLite takes a file that is shorter than a page for a new one and would write over what is left of it. */
export class TornFileError extends Error {
  constructor(path: string) {
    super(`${path} is too short to be a database`)
    this.name = 'TornFileError'
  }
}

function isTorn(path: string): boolean {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return bytes > 0 && bytes < pageBytes
}

/** What libsql takes beyond the types it ships. */
type Options = Database.Options & { encryptionCipher: 'aes256cbc'; encryptionKey: string }

/**
 * Opens an encrypted database file, made when missing, for the one connection it may ever have: an exclusive lock
 * refuses a second. No WAL, because two connections in WAL mode can lose a commit in this SQLite (3.45), and the
 * most durable sync there is: what a transaction answered is on the disk (docs/decisions/0006).
 * @param path a file, or ":memory:" in tests
 * @param key 64 hex digits
 * @throws SqliteError `SQLITE_NOTADB` for another key or no database, `SQLITE_BUSY` when it is open elsewhere
 * @throws TornFileError for the rest of a file, which is left alone
 */
export function openDatabase(path: string, key: string): Sql {
  if (isTorn(path)) throw new TornFileError(path)
  const options: Options = { encryptionCipher: 'aes256cbc', encryptionKey: path === ':memory:' ? '' : key }
  const database = new Database(path, options)
  try {
    database.exec(`
      pragma locking_mode = exclusive;
      pragma journal_mode = truncate;
      pragma synchronous = extra;
      pragma fullfsync = 1;
      pragma foreign_keys = 1;
      pragma trusted_schema = 0;
      pragma cell_size_check = 1;
      pragma secure_delete = 1;
      begin exclusive;
      commit;
    `)
    const sql = createSql(database)
    return { ...sql, close: () => release(database, sql) }
  } catch (error) {
    database.close()
    throw error
  }
}

const anyTable = statement('select count(*) as tables from sqlite_schema', {}, { tables: 'integer' })

const problems = statement(
  'select cast(integrity_check as blob) as problem from pragma_integrity_check(1)',
  {},
  { problem: 'utf8' },
)

/** True when tables and indexes are whole and agree with each other. */
export function isIntact(sql: Sql): boolean {
  try {
    return sql.all(problems, {})[0]?.problem === 'ok'
  } catch {
    return false
  }
}

/** The engine keeps the file locked until its statements are collected, unless told to let go. */
function release(database: Database.Database, sql: Sql): void {
  try {
    if (database.open) {
      database.exec('pragma locking_mode = normal')
      sql.get(anyTable, {})
    }
  } finally {
    sql.close()
  }
}
