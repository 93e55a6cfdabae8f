import type Database from 'libsql'

/**
 * The few SQL types that cross into the engine. `?` marks one that may be NULL. There is no boolean: binding one
 * aborts the whole process in libsql 0.5, so a flag is an integer. Text is answered as `utf8`, which is to say
 * selected as `cast(… as blob)` and decoded here, because a damaged byte in a text column aborts the process too.
 */
export type ParamType = 'text' | 'integer' | 'blob' | 'text?' | 'integer?' | 'blob?'
export type ColumnType = 'utf8' | 'integer' | 'blob' | 'utf8?' | 'integer?' | 'blob?'
type SqlType = ParamType | ColumnType
type Params = Readonly<Record<string, ParamType>>
type Columns = Readonly<Record<string, ColumnType>>
type ValueOf<T extends SqlType> = T extends 'text' | 'utf8'
  ? string
  : T extends 'integer'
    ? number
    : T extends 'blob'
      ? Uint8Array
      : T extends `${infer Base extends 'text' | 'utf8' | 'integer' | 'blob'}?`
        ? ValueOf<Base> | null
        : never
type Values<S extends Readonly<Record<string, SqlType>>> = { readonly [Name in keyof S]: ValueOf<S[Name]> }

/** One SQL statement with the types of its named parameters (`:name`) and of the columns it answers. */
export interface Statement<P extends Params, C extends Columns> {
  readonly sql: string
  readonly params: P
  readonly columns: C
}
type AnyStatement = Statement<Params, Columns>
/** One row that a statement answers. */
export type RowOf<S extends AnyStatement> = Values<S['columns']>

/**
 * Declares a statement. The names in the text and in `params` must be the same; the engine would take a missing
 * one for NULL and ignore an extra one.
 * @throws TypeError when they differ
 */
export function statement<const P extends Params, const C extends Columns = Record<never, never>>(
  sql: string,
  params: P,
  columns?: C,
): Statement<P, C> {
  const used = new Set([...sql.matchAll(parameter)].map(([, name]) => name))
  const declared = Object.keys(params)
  const wrong = [
    ...declared.filter((name) => !used.has(name)),
    ...[...used].filter((name) => !declared.includes(name ?? '')),
  ]
  if (wrong.length > 0) throw new TypeError(`parameters that are not both used and declared: ${wrong}`)
  return { sql, params, columns: columns ?? ({} as C) }
}

/** A connection with typed statements. Every call throws what the engine throws; nothing is retried. */
export interface Sql {
  /** Runs a script of our own (migrations, pragmas). Never with outside values. */
  script(sql: string): void
  /** Answers the number of changed rows. */
  run<P extends Params>(statement: Statement<P, Record<never, never>>, params: Values<P>): number
  get<P extends Params, C extends Columns>(
    statement: Statement<P, C>,
    params: Values<P>,
  ): Values<C> | undefined
  all<P extends Params, C extends Columns>(statement: Statement<P, C>, params: Values<P>): Values<C>[]
  /** Runs `work` in one immediate transaction: all of it is durable when this returns, or none of it. */
  transaction<T>(work: () => T): T
  /** Within a transaction: when `work` throws, what it did is undone, and the rest of the transaction goes on. */
  part<T>(work: () => T): T
  close(): void
}

/** Wraps a connection. Statements are prepared once. */
export function createSql(database: Database.Database): Sql {
  const prepared = new Map<AnyStatement, Prepared>()

  const prepare = (wanted: AnyStatement): Prepared => {
    let found = prepared.get(wanted)
    if (!found) {
      const made = database.prepare(wanted.sql)
      const columns = Object.keys(wanted.columns)
      if (columns.length > 0) {
        const actual = made.columns().map(({ name }) => name)
        if (columns.join() !== actual.join()) {
          throw new TypeError(`the statement answers ${actual}, not ${columns}`)
        }
        // Rows as arrays: as objects they carry the engine's own `_metadata`.
        made.raw()
      }
      const names = [...new Set(Array.from(wanted.sql.matchAll(parameter), ([, name = '']) => name))]
      found = { made, names }
      prepared.set(wanted, found)
    }
    return found
  }

  const rows = <C extends Columns>(columns: C, raw: unknown): Values<C>[] =>
    (raw as unknown[][]).map((row) => {
      const entries = Object.entries(columns).map(([name, type], index) => [
        name,
        readValue(name, type, row[index]),
      ])
      return Object.fromEntries(entries) as Values<C>
    })

  const all: Sql['all'] = (wanted, params) => {
    const { made, names } = prepare(wanted)
    return rows(wanted.columns, made.all(bind(wanted.params, names, params)))
  }

  return {
    script: (sql) => {
      database.exec(sql)
    },
    run: (wanted, params) => {
      const { made, names } = prepare(wanted)
      return made.run(bind(wanted.params, names, params)).changes
    },
    get: (wanted, params) => all(wanted, params)[0],
    all,
    transaction: (work) => {
      if (database.inTransaction) throw new TypeError('a transaction is already open')
      database.exec('begin immediate')
      try {
        const result = work()
        if (result instanceof Promise) throw new TypeError('a transaction cannot wait')
        database.exec('commit')
        return result
      } catch (error) {
        // A full disk may have rolled back already.
        if (database.inTransaction) database.exec('rollback')
        throw error
      }
    },
    part: (work) => {
      if (!database.inTransaction) throw new TypeError('there is no transaction to be part of')
      database.exec('savepoint part')
      try {
        const result = work()
        database.exec('release part')
        return result
      } catch (error) {
        // A full disk may have rolled back all of it already.
        if (database.inTransaction) database.exec('rollback to part; release part')
        throw error
      }
    },
    close: () => {
      prepared.clear()
      database.close()
    },
  }
}

/** Parameters of a statement's text. */
const parameter = /:([a-zA-Z]\w*)/g

/** A statement of the engine with the names of its parameters in the order in which it numbers them. */
interface Prepared {
  readonly made: Database.Statement
  readonly names: readonly string[]
}

/** Checks every parameter; answers exactly the declared ones, by number: by name the engine takes twice as long. */
function bind(shape: Params, names: readonly string[], params: Readonly<Record<string, unknown>>): unknown[] {
  for (const name of Object.keys(params)) {
    if (!(name in shape)) throw new TypeError(`parameter ${name} is not declared`)
  }
  return names.map((name) => checkValue(name, shape[name] ?? 'text', params[name]))
}

function checkValue(name: string, type: ParamType, value: unknown): unknown {
  if (value === null && type.endsWith('?')) return null
  const base = type.replace('?', '')
  const fits =
    (base === 'text' && isStorableText(value)) ||
    (base === 'integer' && Number.isSafeInteger(value)) ||
    (base === 'blob' && value instanceof Uint8Array)
  if (!fits) throw new TypeError(`parameter ${name} is not ${type}`)
  return value
}

/** The engine cuts text at a NUL and replaces half surrogates, both silently. */
const isStorableText = (value: unknown): boolean =>
  typeof value === 'string' && !value.includes('\0') && !/\p{Surrogate}/u.test(value)

/** Text from outside in a form that can be stored: what the engine cannot keep becomes the replacement sign. */
export const toStorable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\ufffd')

/** What a column holds is not of its type, or no text: nothing of ours wrote it. */
export class UnreadableValueError extends TypeError {
  override readonly name = 'UnreadableValueError'
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function readValue(name: string, type: ColumnType, value: unknown): unknown {
  if (value === null && type.endsWith('?')) return null
  const base = type.replace('?', '')
  if (base === 'integer' && Number.isSafeInteger(value)) return value
  // The engine answers bytes as a Buffer or as an ArrayBuffer, by the method that is called.
  if (value instanceof ArrayBuffer || value instanceof Uint8Array) {
    const bytes = new Uint8Array(value)
    if (base === 'blob') return bytes
    if (base === 'utf8') return decoded(name, bytes)
  }
  throw new UnreadableValueError(`column ${name} does not hold ${type}`)
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new UnreadableValueError(`column ${name} does not hold text`)
  }
}
