import { statSync } from 'node:fs'
import { err, ok, type Result } from '@shared/kernel/result'
import { disposable, openDatabase } from '../database'
import { codeOf } from '../engine-code'
import { migrate, NewerSchemaError } from '../migrations'
import { type Sql, statement } from '../sql'
import { isDamage } from './damage'
import type { MirrorOpenFailure, MirrorStatus } from './protocol'
import { putAside } from './put-aside'
import { putRescued, type Rescued, rescue } from './rescue'
import { mirrorMigrations } from './schema'

/** How a mirror is opened. */
export interface MirrorPlace {
  /** `undefined`: in memory only. */
  readonly path?: string | undefined
  /** 64 hex digits. */
  readonly key: string
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  readonly maxPages?: number | undefined
}

/** An open mirror. */
export interface MirrorFile {
  readonly sql: Sql
  /** Name of the file that could not be read and was put aside, in the same folder. */
  readonly setAside?: string
}

const memory = ':memory:'

/**
 * Opens the mirror's file, made when missing. One that is torn, has another key or a schema that cannot be read is put
 * aside and begun anew. What it holds is not read for that, so that a million orders open as quickly as none: a damaged
 * page deeper inside is found when it is read, see {@link isDamage}.
 */
export function openMirror(place: MirrorPlace): Result<MirrorFile, MirrorOpenFailure> {
  const first = opening(place)
  if (first.ok || !isUnusable(first.error) || place.path === undefined) return orFailure(first)
  const rescued = rescuedFrom(place)
  const setAside = putAside(place.path, 'damaged', place.now)
  const again = orFailure(opening(place))
  if (!again.ok) return again
  if (rescued) putRescued(again.value.sql, rescued)
  return ok({ ...again.value, setAside })
}

/** What can be read of it in a file that is otherwise of no use. */
function rescuedFrom({ path, key }: MirrorPlace): Rescued | undefined {
  let sql: Sql | undefined
  try {
    sql = openDatabase(path ?? memory, key, disposable)
    return rescue(sql)
  } catch {
    return undefined
  } finally {
    sql?.close()
  }
}

/** Tables that are not as they were made count as damage here: there are none of ours that do not answer. */
const isUnusable = (error: unknown): boolean =>
  isDamage(error) || /^SQLITE_(ERROR|SCHEMA)/.test(codeOf(error))

function opening(place: MirrorPlace): Result<MirrorFile, unknown> {
  let sql: Sql | undefined
  try {
    sql = openDatabase(place.path ?? memory, place.key, disposable)
    if (place.maxPages !== undefined) sql.script(`pragma max_page_count = ${place.maxPages}`)
    migrate(sql, mirrorMigrations, place.now)
    for (const table of tables)
      sql.all(statement(`select 1 as one from ${table} limit 1`, {}, { one: 'integer' }), {})
    return ok({ sql })
  } catch (error) {
    sql?.close()
    return err(error)
  }
}

/** A table that is not there or whose root cannot be read says so at once. */
const tables = [
  'orders',
  'sort_keys',
  'days',
  'shown',
  'documents',
  'meta',
  'words',
  'kept',
  'exports',
  'read_again',
]

function orFailure(opened: Result<MirrorFile, unknown>): Result<MirrorFile, MirrorOpenFailure> {
  if (opened.ok) return opened
  if (opened.error instanceof NewerSchemaError) return err('newer')
  return err(codeOf(opened.error) === 'SQLITE_BUSY' ? 'busy' : 'disk')
}

const pages = statement('select page_count as pages from pragma_page_count', {}, { pages: 'integer' })
const read = statement(
  'select cast(value as blob) as value from meta where name = :name',
  { name: 'text' },
  { value: 'utf8' },
)
const put = statement('insert or replace into meta (name, value) values (:name, :value)', {
  name: 'text',
  value: 'text',
})

export const putState = (sql: Sql, state: string): void => void sql.run(put, { name: 'state', value: state })

/** Whether a sync was begun in this file. */
export const hasState = (sql: Sql): boolean => sql.get(read, { name: 'state' }) !== undefined

/** How many orders are held: kept beside them, because counting a million takes its time. */
const ordersIn = (sql: Sql): number => Number(sql.get(read, { name: 'orders' })?.value ?? 0)

/** The caller holds the transaction that adds or removes them. */
export function addToCount(sql: Sql, added: number): void {
  if (added !== 0) sql.run(put, { name: 'orders', value: String(ordersIn(sql) + added) })
}

/** @param path as it was opened */
export function statusOf({ sql, setAside }: MirrorFile, path: string | undefined): MirrorStatus {
  const state = sql.get(read, { name: 'state' })?.value
  const bytes = path === undefined ? (sql.get(pages, {})?.pages ?? 0) * 4096 : bytesOf(path)
  return {
    orders: ordersIn(sql),
    bytes,
    ...(state === undefined ? {} : { state }),
    ...(setAside === undefined ? {} : { setAside }),
  }
}

const bytesOf = (path: string): number =>
  [path, `${path}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0)
