import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../../electron/store/database'
import { type Sql, statement } from '../../../../electron/store/sql'

const key = '5a'.repeat(32)
const insert = statement('insert into things (id, name, data) values (:id, :name, :data)', {
  id: 'integer',
  name: 'text',
  data: 'blob?',
})
const select = statement(
  'select id, cast(name as blob) as name, data from things order by id',
  {},
  { id: 'integer', name: 'utf8', data: 'blob?' },
)
type InsertParams = Parameters<typeof run>[1]
const run = (sql: Sql, params: { id: number; name: string; data: Uint8Array | null }) =>
  sql.run(insert, params)

let folder: string
let path: string
let sql: Sql

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-sql-'))
  path = join(folder, 'test.db')
  sql = openDatabase(path, key)
  sql.script('create table things (id integer primary key, name text not null, data blob) strict')
})
afterEach(() => {
  sql.close()
  rmSync(folder, { recursive: true })
})

describe('a statement', () => {
  test('stores and answers text, integers and bytes unchanged', () => {
    run(sql, { id: Number.MAX_SAFE_INTEGER, name: 'Ĳsbrand 🎟 ', data: new Uint8Array([0, 255]) })
    run(sql, { id: -1, name: '', data: null })
    expect(sql.all(select, {})).toEqual([
      { id: -1, name: '', data: null },
      { id: Number.MAX_SAFE_INTEGER, name: 'Ĳsbrand 🎟 ', data: new Uint8Array([0, 255]) },
    ])
  })

  test.each([
    ['a boolean, which would abort the process', { id: true, name: 'a', data: null }],
    ['a date', { id: 1, name: new Date(), data: null }],
    ['a fraction', { id: 1.5, name: 'a', data: null }],
    ['an integer beyond 2^53', { id: 2 ** 53, name: 'a', data: null }],
    ['no number', { id: Number.NaN, name: 'a', data: null }],
    ['NULL where it may not be', { id: 1, name: null, data: null }],
    ['a missing parameter', { id: 1, name: 'a' }],
    ['a parameter too many', { id: 1, name: 'a', data: null, more: 1 }],
    ['text with a NUL, which would be cut', { id: 1, name: 'a\0b', data: null }],
    ['half a surrogate pair, which would be replaced', { id: 1, name: 'a\ud800', data: null }],
    ['an array for bytes', { id: 1, name: 'a', data: [1] }],
  ])('refuses %s, and stores nothing', (_, params) => {
    expect(() => run(sql, params as unknown as InsertParams)).toThrow(TypeError)
    expect(sql.all(select, {})).toEqual([])
  })

  test('whose parameters are not those of its text cannot be declared', () => {
    expect(() => statement('select :a', {})).toThrow(/a/)
    expect(() => statement('select 1', { b: 'text' })).toThrow(/b/)
  })

  test('that answers other columns than declared is refused', () => {
    expect(() => sql.all(statement('select id from things', {}, { name: 'utf8' }), {})).toThrow(/id/)
  })

  test.each([
    ['select name from things', 'integer'],
    ['select name from things', 'utf8'],
    ['select data as name from things', 'utf8'],
    [`select x'ff' as name`, 'utf8'],
  ] as const)('that answers another type than declared is refused: %s as %s', (text, type) => {
    run(sql, { id: 1, name: 'a', data: null })
    expect(() => sql.all(statement(text, {}, { name: type }), {})).toThrow(TypeError)
  })
})

describe('a transaction', () => {
  test('keeps nothing of what it did when it throws', () => {
    expect(() =>
      sql.transaction(() => {
        run(sql, { id: 1, name: 'a', data: null })
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(sql.all(select, {})).toEqual([])
    sql.transaction(() => run(sql, { id: 2, name: 'b', data: null }))
    expect(sql.all(select, {})).toHaveLength(1)
  })

  test('does not nest and does not wait', () => {
    expect(() => sql.transaction(() => sql.transaction(() => 1))).toThrow(/already open/)
    expect(() => sql.transaction(async () => 1)).toThrow(/cannot wait/)
  })
})

describe('a database file', () => {
  test('is encrypted', () => {
    run(sql, { id: 1, name: 'Amara Okafor', data: null })
    const bytes = readFileSync(path)
    expect(bytes.includes('Amara')).toBe(false)
    expect(bytes.includes('SQLite format')).toBe(false)
  })

  test('opens again after it was closed, with all of it', () => {
    run(sql, { id: 1, name: 'a', data: null })
    sql.close()
    sql = openDatabase(path, key)
    expect(sql.all(select, {})).toHaveLength(1)
  })

  test('refuses another key, and stays readable with its own', () => {
    run(sql, { id: 1, name: 'a', data: null })
    sql.close()
    expect(() => openDatabase(path, '00'.repeat(32)).all(select, {})).toThrow(
      expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    )
    sql = openDatabase(path, key)
    expect(sql.all(select, {})).toHaveLength(1)
  })

  test('has one connection: a second is refused', () => {
    run(sql, { id: 1, name: 'a', data: null })
    expect(() => openDatabase(path, key).all(select, {})).toThrow(
      expect.objectContaining({ code: 'SQLITE_BUSY' }),
    )
  })

  test('syncs as durably as SQLite can, and keeps no WAL', () => {
    const pragma = (name: string) =>
      sql.get(
        statement(`select cast(${name} as blob) as setting from pragma_${name}`, {}, { setting: 'utf8' }),
        {},
      )?.setting
    expect(pragma('synchronous')).toBe('3')
    expect(pragma('journal_mode')).toBe('truncate')
    expect(pragma('fullfsync')).toBe('1')
  })
})
