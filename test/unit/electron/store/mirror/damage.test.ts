import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { disposable, openDatabase } from '../../../../../electron/store/database'
import { mirrorMethods } from '../../../../../electron/store/mirror/methods'
import { openMirror } from '../../../../../electron/store/mirror/mirror-file'
import { statement } from '../../../../../electron/store/sql'
import { openedMirror, pageOf, smallOrder } from '../../../../support/mirror-orders'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder: string
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'mirror.db')
})

const key = 'ab'.repeat(32)
const now = Date.parse('2026-06-01T12:00:00Z')
const aside = 'mirror.db.damaged-2026-06-01T12-00-00-000Z'
const orders = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) =>
    smallOrder({
      order_reference: `ORDRREF${10_000 + from + at}`,
      order_created: new Date(now - (from + at) * 60_000).toISOString(),
      order_notes: [{ note_value: `wheelchair ${from + at} ${'x'.repeat(300)}` }],
    }),
  )
const everything = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const

/** A file with so many orders, closed. */
async function fileWith(count: number): Promise<void> {
  const { methods, take } = await openedMirror({ path, key })
  await take(orders(count))
  await methods['mirror.putState']({ state: 'filled' })
  await methods['mirror.open']({ key: '', now })
}

describe('a file that is', () => {
  test.each<[string, () => void, string?]>([
    ['encrypted with another key', () => {}, 'cd'.repeat(32)],
    ['cut to less than a page', () => truncateSync(path, 1000)],
    ['cut within its first pages', () => truncateSync(path, 4096 * 2)],
    ['no database', () => writeFileSync(path, 'x'.repeat(50_000))],
    ['damaged in its first page', () => flip(16, 80)],
  ])('%s is put aside and begun anew', async (_, damage, given = key) => {
    await fileWith(50)
    damage()
    const before = readFileSync(path)
    const methods = mirrorMethods()
    expect(await methods['mirror.open']({ path, key: given, now })).toEqual({
      ok: true,
      value: { setAside: aside, status: { orders: 0, bytes: expect.any(Number), setAside: aside } },
    })
    expect(readFileSync(join(folder, aside)).equals(before)).toBe(true)
    expect(await methods['mirror.take']({ text: pageOf(orders(3)), askedAt: 1 })).toMatchObject({ ok: true })
    expect(await methods['mirror.query']({ query: everything, rows: 10 })).toMatchObject({ total: 3 })
    await methods['mirror.open']({ key: '', now })
  })

  test('of a newer version is left as it is', async () => {
    await fileWith(5)
    const opened = openMirror({ path, key, now })
    if (!opened.ok) throw new Error(opened.error)
    opened.value.sql.script('insert into schema_versions (version, applied_at) values (999, 1)')
    opened.value.sql.close()
    for (let again = 0; again < 2; again++) {
      expect(await mirrorMethods()['mirror.open']({ path, key, now })).toEqual({ ok: false, error: 'newer' })
    }
    expect(readdirSync(folder)).toEqual(['mirror.db'])
    const sql = openDatabase(path, key, disposable)
    expect(sql.all(statement('select id from orders', {}, { id: 'integer' }), {})).toHaveLength(5)
    sql.close()
  })

  test('open already is left alone', async () => {
    const first = await openedMirror({ path, key })
    await first.take(orders(3))
    expect(await mirrorMethods()['mirror.open']({ path, key, now })).toEqual({ ok: false, error: 'busy' })
    expect(await first.methods['mirror.query']({ query: everything, rows: 10 })).toMatchObject({ total: 3 })
    await first.methods['mirror.open']({ key: '', now })
  })

  test('in a folder that is not there says that the disk refuses', async () => {
    const nowhere = join(folder, 'nowhere', 'mirror.db')
    expect(await mirrorMethods()['mirror.open']({ path: nowhere, key, now })).toEqual({
      ok: false,
      error: 'disk',
    })
  })

  test('whole is as it was, without a log beside it once it is closed', async () => {
    await fileWith(50)
    expect(readdirSync(folder)).toEqual(['mirror.db'])
    const { opened, methods } = await openedMirror({ path, key })
    expect(opened).toEqual({ status: { orders: 50, bytes: statSync(path).size, state: 'filled' } })
    await methods['mirror.open']({ key: '', now })
  })
})

test('bytes flipped anywhere never end the caller: it is answered or refused, and the file is begun anew', async () => {
  await fileWith(120)
  const whole = readFileSync(path)
  let anew = 0
  for (let at = 4096; at < whole.length; at += 4096 * 3) {
    for (const file of readdirSync(folder)) rmSync(join(folder, file))
    writeFileSync(path, whole)
    flip(at + 64, 3000)
    const methods = mirrorMethods()
    const opened = await methods['mirror.open']({ path, key, now })
    expect(opened.ok).toBe(true)
    const calls = [
      async () => {
        const { list } = await methods['mirror.query']({ query: everything, rows: 500 })
        await methods['mirror.totals']({ list })
      },
      () => methods['mirror.query']({ query: { ...everything, text: 'wheelchair' }, rows: 500 }),
      () =>
        methods['mirror.query']({
          query: { ...everything, sort: { by: 'guest', direction: 'asc' } },
          rows: 500,
        }),
      () =>
        methods['mirror.take']({
          text: pageOf(orders(130).map((order) => ({ ...order, order_version: 2 }))),
          askedAt: 9,
        }),
      () => methods['mirror.remove']({ references: ['ORDRREF10050'] }),
    ]
    for (const call of calls)
      await Promise.resolve(call()).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(Error))
    const { setAside } = await methods['mirror.status']({})
    if (setAside !== undefined) {
      anew++
      expect(readdirSync(folder)).toContain(setAside)
    }
    // Whatever was found, it goes on.
    expect(await methods['mirror.take']({ text: pageOf(orders(5, 900)), askedAt: 10 })).toMatchObject({
      ok: true,
    })
    expect(await methods['mirror.query']({ query: { ...everything, text: '904' }, rows: 5 })).toMatchObject({
      total: 1,
    })
    await methods['mirror.open']({ key: '', now })
  }
  expect(anew).toBeGreaterThan(3)
})

test('a full disk refuses a page, keeps all that was there and goes on when there is room', async () => {
  const { methods, take } = await openedMirror({ path, key, maxPages: 200 })
  await methods['mirror.putState']({ state: '0' })
  let taken = 0
  let refused: unknown
  while (!refused) {
    const page = { text: pageOf(orders(20, taken)), askedAt: 1, state: `${taken + 20}` }
    const answer = await methods['mirror.take'](page)
    if (answer.ok) taken += 20
    else refused = answer.error
  }
  expect(refused).toBe('disk-full')
  expect(taken).toBeGreaterThan(20)
  expect(await methods['mirror.status']({})).toMatchObject({ orders: taken, state: `${taken}` })
  expect(await methods['mirror.query']({ query: everything, rows: 500 })).toMatchObject({ total: taken })
  const text = `${taken + 3}`
  expect(await methods['mirror.query']({ query: { ...everything, text }, rows: 5 })).toMatchObject({
    total: 0,
  })
  await methods['mirror.remove']({ references: orders(40).map((order) => String(order.order_reference)) })
  await take(orders(20, taken))
  expect(await methods['mirror.status']({})).toMatchObject({ orders: taken - 20 })
  await methods['mirror.open']({ key: '', now })
})

function flip(from: number, count: number): void {
  const bytes = readFileSync(path)
  for (let at = from; at < from + count && at < bytes.length; at++) bytes[at] = ~(bytes[at] ?? 0) & 0xff
  writeFileSync(path, bytes)
}
