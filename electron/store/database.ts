import { statSync } from 'node:fs'
import Database from 'libsql'
import { isDiskFull } from './engine-code'
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

/** How a file is written, by what losing the last of it would cost. */
export interface Durability {
  /** Runs on opening, where the disk has room for it: what is there can be read without. */
  readonly wish: string
  /** Runs on opening, before anything is read. */
  readonly begin: string
  /** Runs before the file is let go, where it is more than unlocking and the disk has room for it. */
  readonly end: string
}

/**
 * For what is nowhere else. No WAL, because two connections in WAL mode can lose a commit in this SQLite (3.45), and
 * the most durable sync there is: what a transaction answered is on the disk (docs/decisions/0006).
 */
export const durable: Durability = {
  wish: '',
  begin: `
    pragma journal_mode = truncate;
    pragma synchronous = extra;
    pragma fullfsync = 1;
  `,
  end: '',
}

/**
 * For what can be had again. A crash may lose the last transactions, never half of one; in WAL mode a commit does not
 * wait for the disk. The one connection that there is cannot meet the fault named above. Going over to WAL writes, which a
 * full disk refuses: the file is read as it is then.
 */
export const disposable: Durability = {
  wish: 'pragma journal_mode = wal;',
  begin: `
    pragma synchronous = normal;
    pragma cache_size = -32768;
    pragma temp_store = memory;
    pragma wal_autocheckpoint = 4000;
  `,
  end: 'pragma wal_checkpoint(truncate); pragma journal_mode = delete;',
}

/** What libsql takes beyond the types it ships. */
type Options = Database.Options & { encryptionCipher: 'aes256cbc'; encryptionKey: string }

/**
 * Opens an encrypted database file, made when missing, for the one connection it may ever have: an exclusive lock
 * refuses a second.
 * @param path a file, or ":memory:" in tests
 * @param key 64 hex digits
 * @throws SqliteError `SQLITE_NOTADB` for another key or no database, `SQLITE_BUSY` when it is open elsewhere
 * @throws TornFileError for the rest of a file, which is left alone
 */
export function openDatabase(path: string, key: string, durability: Durability = durable): Sql {
  if (isTorn(path)) throw new TornFileError(path)
  const options: Options = { encryptionCipher: 'aes256cbc', encryptionKey: path === ':memory:' ? '' : key }
  const database = new Database(path, options)
  try {
    database.exec('pragma locking_mode = exclusive')
    whereThereIsRoom(() => database.exec(durability.wish))
    database.exec(`
      ${durability.begin}
      pragma foreign_keys = 1;
      pragma trusted_schema = 0;
      pragma cell_size_check = 1;
      pragma secure_delete = 1;
      begin exclusive;
      commit;
    `)
    const sql = createSql(database)
    return { ...sql, close: () => release(database, sql, durability.end) }
  } catch (error) {
    database.close()
    throw error
  }
}

function whereThereIsRoom(wish: () => void): void {
  try {
    wish()
  } catch (error) {
    if (!isDiskFull(error)) throw error
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

/**
 * The engine keeps the file locked until its statements are collected, unless told to let go, which a full disk may
 * refuse: what is in the log is read by whoever opens the file next.
 */
function release(database: Database.Database, sql: Sql, end: string): void {
  try {
    if (database.open) {
      whereThereIsRoom(() => {
        database.exec(`${end} pragma locking_mode = normal`)
        sql.get(anyTable, {})
      })
    }
  } finally {
    sql.close()
  }
}
