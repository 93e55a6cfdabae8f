import { copyFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { MirrorQuery } from '@shared/features/mirror'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { disposable, openDatabase } from '../../../../../electron/store/database'
import { migrate } from '../../../../../electron/store/migrations'
import { mirrorMigrations } from '../../../../../electron/store/mirror/schema'
import { openedMirror, orderLike, smallOrder } from '../../../../support/mirror-orders'
import { temporaryFolder } from '../../../../support/temporary-folder'

let folder: string
let path: string
beforeEach(() => {
  folder = temporaryFolder()
  path = join(folder, 'mirror.db')
})

const key = 'ab'.repeat(32)
/** See test/data/mirrors/README.md. */
const kept = resolve(import.meta.dirname, '../../../../data/mirrors')
const keptVersions = readdirSync(kept)
  .flatMap((name) => /^version-(\d+)\.db$/.exec(name)?.[1] ?? [])
  .map(Number)
  .sort()
const earlier = mirrorMigrations.slice(0, -1).map(({ version }) => version)

test('of every earlier version a file is kept', () => {
  expect(keptVersions).toEqual(earlier)
})

test.each(earlier)('a file of schema version %d is brought up to date, and takes orders', async (version) => {
  const sql = openDatabase(path, key, disposable)
  migrate(sql, mirrorMigrations.slice(0, version), 1)
  sql.script("insert into meta (name, value) values ('state', 'as it was')")
  sql.close()
  const { methods, opened, take } = await openedMirror({ path, key })
  expect(opened.setAside).toBeUndefined()
  expect(opened.status.state).toBe('as it was')
  expect(await take([smallOrder()])).toMatchObject({ items: 1, unreadable: 0 })
  expect(await methods['mirror.status']({})).toMatchObject({ orders: 1 })
  expect(await methods['mirror.files']({})).toEqual([])
  await methods['mirror.open']({ key: '', now: 2 })
})

describe.each(keptVersions)('a mirror that version %d wrote', (version) => {
  const opened = async () => {
    copyFileSync(join(kept, `version-${version}.db`), path)
    const mirror = await openedMirror({ path, key })
    onTestFinished(() => void mirror.methods['mirror.open']({ key: '', now: 2 }))
    expect(mirror.opened).not.toHaveProperty('setAside')
    return mirror.methods
  }
  const found = async (methods: Awaited<ReturnType<typeof opened>>, asked: Partial<MirrorQuery> = {}) => {
    const query = { filters: {}, sort: { by: 'created', direction: 'desc' } as const, ...asked }
    return (await methods['mirror.query']({ query, rows: 10 })).rows.map(({ reference }) => reference)
  }

  test('is all there: each order as it was sent, in its place, by its words and by what is filtered', async () => {
    const methods = await opened()
    expect(await methods['mirror.status']({})).toMatchObject({ orders: 5, state: 'as it was' })
    expect(await found(methods)).toEqual(['GUEST', 'UNPAID', 'CANCELLED', 'SMALL', 'WHOLE'])
    expect(await found(methods, { text: 'mull zo' })).toEqual(['GUEST'])
    expect(await found(methods, { filters: { payments: ['failed'] } })).toEqual(['UNPAID'])
    const day = { from: '2026-03-03T00:00:00+00:00', to: '2026-03-03T23:59:59+00:00' }
    expect(await found(methods, { filters: { cancelled: day } })).toEqual(['CANCELLED'])
    const whole = await methods['mirror.order']({ reference: 'WHOLE' })
    const sent = { order_created: '2026-03-01T10:00:00+01:00', order_modified: '2026-03-01T11:00:00+01:00' }
    expect(JSON.parse(whole?.text ?? '')).toEqual(orderLike({ order_reference: 'WHOLE', ...sent }))
  })

  test('loses what is settled when it is purged, and keeps the order of which money is owed', async () => {
    const methods = await opened()
    await methods['mirror.purge']({ before: Date.parse('2026-04-01T00:00:00Z'), limit: 100 })
    expect(await found(methods)).toContain('UNPAID')
    expect(await found(methods)).not.toContain('SMALL')
  })
})

/** References of the orders that count as cancelled on a day. */
async function cancelledOn(methods: Awaited<ReturnType<typeof openedMirror>>['methods'], day: string) {
  const cancelled = { from: `${day}T00:00:00+00:00`, to: `${day}T23:59:59+00:00` }
  const query = { filters: { cancelled }, sort: { by: 'created', direction: 'desc' } } as const
  return (await methods['mirror.query']({ query, rows: 10 })).rows.map(({ reference }) => reference)
}

test('a cancelled order of a file that did not know when counts as cancelled when it was last changed', async () => {
  const changed = Date.parse('2026-03-04T10:00:00Z')
  const sql = openDatabase(path, key, disposable)
  migrate(sql, mirrorMigrations.slice(0, 4), 1)
  const order = (id: number, status: string) => `
    insert into orders (id, reference, asked_at, modified, weekdays, status, payment, redeemed, tickets, open, over)
      values (${id}, 'REF${id}', 1, ${changed}, 0, '${status}', 'unknown', 0, 0, 0, 0);
    insert into shown (id, row) values (${id}, '{"reference":"REF${id}"}');`
  sql.script(order(1, 'ORDER_CANCELLED') + order(2, 'ORDER_CONFIRMED'))
  sql.close()
  const { methods } = await openedMirror({ path, key })
  expect(await cancelledOn(methods, '2026-03-04')).toEqual(['REF1'])
  expect(await cancelledOn(methods, '2026-03-05')).toEqual([])
  await methods['mirror.open']({ key: '', now: 2 })
})

test('and when it is read again, unchanged, when it says that it was', async () => {
  const order = smallOrder({
    order_status: 'ORDER_CANCELLED',
    order_cancellation_date_time: '2026-01-02T10:00:00Z',
  })
  const before = await openedMirror({ path, key })
  await before.take([order])
  await before.methods['mirror.open']({ key: '', now: 2 })
  const sql = openDatabase(path, key, disposable)
  // As it was written before rows vouched for their columns.
  sql.script("update orders set cancelled = modified; update shown set row = json_remove(row, '$.check')")
  sql.close()
  const { methods, take } = await openedMirror({ path, key })
  expect(await cancelledOn(methods, '2026-03-01')).toEqual(['ORDRREF00001'])
  expect(await take([order], 2000)).toMatchObject({ changed: [] })
  expect(await cancelledOn(methods, '2026-01-02')).toEqual(['ORDRREF00001'])
  expect(await cancelledOn(methods, '2026-03-01')).toEqual([])
  await methods['mirror.open']({ key: '', now: 2 })
})
