import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { disposable, openDatabase } from '../../../../../electron/store/database'
import { migrate } from '../../../../../electron/store/migrations'
import { openMirror } from '../../../../../electron/store/mirror/mirror-file'
import { mirrorMigrations } from '../../../../../electron/store/mirror/schema'
import { openedMirror, smallOrder } from '../../../../support/mirror-orders'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder: string
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'mirror.db')
})

const key = 'ab'.repeat(32)
const now = Date.parse('2026-06-01T12:00:00Z')
const views = JSON.stringify([{ name: 'Groups of Zoë' }])
const everything = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const

describe('what a person has put by in the mirror', () => {
  test('is there after the file was closed, and replaced by what is put by next under the same name', async () => {
    const { methods } = await openedMirror({ path })
    expect(await methods['mirror.kept']({ name: 'views' })).toEqual({})
    await methods['mirror.keep']({ name: 'views', value: '[]' })
    await methods['mirror.keep']({ name: 'views', value: views })
    await methods['mirror.keep']({ name: 'searches', value: '["x"]' })
    await methods['mirror.open']({ path, key, now })
    expect(await methods['mirror.kept']({ name: 'views' })).toEqual({ value: views })
    expect(await methods['mirror.kept']({ name: 'searches' })).toEqual({ value: '["x"]' })
    await methods['mirror.open']({ key: '', now })
  })

  test('is removed alone', async () => {
    const { methods, take } = await openedMirror()
    await take([smallOrder()])
    await methods['mirror.keep']({ name: 'views', value: views })
    await methods['mirror.keep']({ name: 'searches', value: '["x"]' })
    await methods['mirror.keep']({ name: 'searches' })
    expect(await methods['mirror.kept']({ name: 'searches' })).toEqual({})
    expect(await methods['mirror.kept']({ name: 'views' })).toEqual({ value: views })
    expect((await methods['mirror.status']({})).orders).toBe(1)
  })

  test('is readable in no file of the folder', async () => {
    const { methods } = await openedMirror({ path })
    await methods['mirror.keep']({ name: 'searches', value: '["okafor-amara"]' })
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    expect(before.some((bytes) => bytes.includes('okafor-amara'))).toBe(false)
    expect(before.length).toBeGreaterThan(0)
    await methods['mirror.open']({ key: '', now })
  })

  test('is not kept on a full disk, which is told, and what was there stays', async () => {
    const { methods } = await openedMirror({ path, maxPages: 60 })
    expect(await methods['mirror.keep']({ name: 'views', value: views })).toEqual({ ok: true, value: null })
    const tooMuch = await methods['mirror.keep']({ name: 'views', value: 'x'.repeat(1_000_000) })
    expect(tooMuch).toEqual({ ok: false, error: 'disk-full' })
    expect(await methods['mirror.kept']({ name: 'views' })).toEqual({ value: views })
    await methods['mirror.open']({ key: '', now })
  })
})

describe('a file of schema version 1', () => {
  test('gets room for it, keeps its orders, and learns on which days they travel', async () => {
    const sql = openDatabase(path, key, disposable)
    migrate(sql, mirrorMigrations.slice(0, 1), now)
    const travels = [
      ['2026-06-01T00:30:00+14:00'],
      ['2026-06-02T23:30:00-11:00', '2026-06-04T10:00:00+02:00', '2026-06-06T10:00:00Z'],
      ['soon', '2026-06-09'],
    ]
    for (const [id, moments] of travels.entries()) {
      const row = { reference: `OLD${id}`, travel: moments.map((at) => ({ at, dateOnly: false })) }
      const known = moments.map((at) => Date.parse(at)).filter((at) => at > 0)
      const [first, last] = id === 2 ? ['null', 'null'] : [known[0], known.at(-1)]
      sql.script(`
        insert into orders (id, reference, asked_at, travel_first, travel_last, weekdays, payment, redeemed, tickets,
          open, over) values (${id}, 'OLD${id}', 1, ${first}, ${last}, 0, 'paid', 0, 1, 0, 1);
        insert into sort_keys (id) values (${id});
        insert into shown (id, row) values (${id}, '${JSON.stringify(row)}');
      `)
    }
    sql.close()

    const { methods, opened } = await openedMirror({ path })
    expect(opened.setAside).toBeUndefined()
    const on = async (from: string, to = from) => {
      const query = { ...everything, filters: { travel: { from, to } } }
      const { rows } = await methods['mirror.query']({ query, rows: 10 })
      return rows.map(({ reference }) => reference)
    }
    expect(await methods['mirror.query']({ query: everything, rows: 10 })).toMatchObject({ total: 3 })
    expect(await on('2026-06-01')).toEqual(['OLD0'])
    for (const day of ['02', '04', '06']) expect(await on(`2026-06-${day}`)).toEqual(['OLD1'])
    for (const day of ['03', '05', '09']) expect(await on(`2026-06-${day}`)).toEqual([])
    await methods['mirror.keep']({ name: 'views', value: views })
    expect(await methods['mirror.kept']({ name: 'views' })).toEqual({ value: views })
    await methods['mirror.open']({ key: '', now })
  })
})

describe('when the file is put aside as damaged, what was put by, and where files with orders are,', () => {
  test('is taken over as far as it can be read', async () => {
    const { methods, take } = await openedMirror({ path })
    await take([smallOrder()])
    await methods['mirror.keep']({ name: 'views', value: views })
    const file = { path: '/orders.csv.0123abcd.part', at: 1, kind: 'part', orders: 0 } as const
    await methods['mirror.noteFile'](file)
    await methods['mirror.open']({ key: '', now })
    const broken = openMirror({ path, key, now })
    if (!broken.ok) throw new Error(broken.error)
    broken.value.sql.script('drop table days')
    broken.value.sql.close()

    const again = await openedMirror({ path })
    expect(again.opened.setAside).toMatch(/damaged/)
    expect(again.opened.status.orders).toBe(0)
    expect(await again.methods['mirror.kept']({ name: 'views' })).toEqual({ value: views })
    expect(again.methods['mirror.files']({})).toEqual([file])
    await again.methods['mirror.open']({ key: '', now })
  })

  test('is gone where nothing of the file can be read', async () => {
    const { methods } = await openedMirror({ path })
    await methods['mirror.keep']({ name: 'views', value: views })
    await methods['mirror.open']({ key: '', now })
    writeFileSync(path, 'x'.repeat(50_000))
    const again = await openedMirror({ path })
    expect(existsSync(join(folder, again.opened.setAside ?? ''))).toBe(true)
    expect(await again.methods['mirror.kept']({ name: 'views' })).toEqual({})
    await again.methods['mirror.open']({ key: '', now })
  })
})

describe('the list of some orders', () => {
  const query = (references: string[]) => ({ ...everything, filters: { references } })
  const of = (reference: string) => smallOrder({ order_reference: reference })

  test('holds those that are named and in the mirror, and no others', async () => {
    const { methods, take } = await openedMirror()
    await take(['ORDRREF00001', 'ORDRREF00002', 'ORDRREF00003'].map(of))
    const asked = query(['ORDRREF00003', 'ORDRREF00001', 'ORDRREF99999'])
    const { rows } = await methods['mirror.query']({ query: asked, rows: 10 })
    expect(rows.map(({ reference }) => reference).sort()).toEqual(['ORDRREF00001', 'ORDRREF00003'])
  })

  test('of none is empty', async () => {
    const { methods, take } = await openedMirror()
    await take([of('ORDRREF00001')])
    expect(await methods['mirror.query']({ query: query([]), rows: 10 })).toMatchObject({ rows: [] })
  })
})
