import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { disposable, openDatabase } from '../../../../../electron/store/database'
import { migrate } from '../../../../../electron/store/migrations'
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
const earlier = mirrorMigrations.slice(0, -1).map(({ version }) => version)

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
