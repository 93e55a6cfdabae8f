// Orders that an earlier version wrote, which told otherwise what is settled.
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { disposable, openDatabase } from '../../../../../electron/store/database'
import { migrate } from '../../../../../electron/store/migrations'
import { prepareOrder } from '../../../../../electron/store/mirror/read-page'
import { firstIdOf } from '../../../../../electron/store/mirror/row-id'
import { mirrorMigrations } from '../../../../../electron/store/mirror/schema'
import { writeOrder } from '../../../../../electron/store/mirror/write-order'
import { builtInView } from '../../../../../renderer/features/orders/views/built-in-views'
import { openedMirror, smallOrder } from '../../../../support/mirror-orders'
import { temporaryFolder } from '../../../../support/temporary-folder'

const key = 'ab'.repeat(32)
let path: string
beforeEach(() => {
  path = join(temporaryFolder(), 'mirror.db')
})

const tickets = (...payments: string[]) => ({
  order_bookings: [
    {
      booking_status: 'BOOKING_CONFIRMED',
      product_type_details: payments.map((payment) => ({ product_type_payment_status: payment })),
    },
  ],
})
const refused = {
  order_payments: [{ payment_type: 'CAPTURE', payment_status: 'REFUSED', payment_amount: '1.00' }],
}
/** Each with the payment state that version 5 read in it; it took all of them for settled. */
const orders: readonly (readonly [string, object, string])[] = [
  ['HALFPAID', tickets('PAID', 'PENDING'), 'mixed'],
  ['REFUSED1', refused, 'failed'],
  ['TAKEN001', { order_payments: [{ payment_type: 'CAPTURE', payment_status: 'CHARGEBACK' }] }, 'chargeback'],
  ['CANCELED', { ...refused, order_status: 'ORDER_CANCELLED' }, 'failed'],
  ['GIVEN001', tickets('PAID', 'REFUNDED'), 'mixed'],
  ['PAID0001', tickets('PAID', 'PAID'), 'paid'],
]
const open = ['HALFPAID', 'REFUSED1', 'TAKEN001']
const all = orders.map(([reference]) => reference).sort()
const created = Date.parse('2020-01-01T00:00:00Z')
const later = Date.parse('2026-01-01T00:00:00Z')

/** As version 5 wrote it, with checksums. */
function fileOfVersion5(): void {
  const sql = openDatabase(path, key, disposable)
  migrate(sql, mirrorMigrations.slice(0, 5), 1)
  for (const [at, [reference, changes, payment]] of orders.entries()) {
    const when = new Date(created + at).toISOString()
    const order = smallOrder({
      ...{ order_reference: reference, order_created: when, order_modified: when },
      ...changes,
    })
    const read = prepareOrder(order, JSON.stringify(order))
    if (!read) throw new Error('an order cannot be read')
    const row = JSON.stringify({ ...JSON.parse(read.row), payment })
    const columns = { ...read.columns, payment, open: 0 }
    sql.transaction(() => writeOrder(sql, firstIdOf(created + at), { ...read, row, columns }, 7, undefined))
  }
  sql.script(`insert into meta (name, value) values ('orders', '${orders.length}')`)
  sql.close()
}

type Opened = Awaited<ReturnType<typeof openedMirror>>
const found = async ({ methods }: Opened, filters: object = {}) => {
  const query = { filters, sort: { by: 'reference', direction: 'asc' } } as const
  return (await methods['mirror.query']({ query, rows: 50 })).rows
}
const references = async (mirror: Opened, filters: object = {}) =>
  (await found(mirror, filters)).map(({ reference }) => reference)

describe('an order that an earlier version took for settled although money is owed', () => {
  let mirror: Opened
  beforeEach(async () => {
    fileOfVersion5()
    mirror = await openedMirror({ path, key })
    expect(mirror.opened.setAside).toBeUndefined()
    expect(await references(mirror)).toEqual(all)
  })

  test('stays when what is settled is removed', async () => {
    expect(await mirror.methods['mirror.countSettled']({ before: later })).toEqual({ orders: 3 })
    expect(await references(mirror)).toEqual(all)
    const purged = await mirror.methods['mirror.purge']({ before: later, limit: 100 })
    expect(purged).toEqual({ removed: 3, more: false })
    expect(await references(mirror)).toEqual(open)
    expect(await mirror.methods['mirror.status']({})).toMatchObject({ orders: 3 })
  })

  test('is removed by no purge that comes before anybody counted', async () => {
    await mirror.methods['mirror.purge']({ before: later, limit: 100 })
    expect(await references(mirror)).toEqual(open)
  })

  test('is found by Unpaid and shown as what it is from then on, also after the next start', async () => {
    const { payment: payments = [], status: statuses = [] } = builtInView('unpaid').filters ?? {}
    await mirror.methods['mirror.countSettled']({ before: later })
    expect(await references(mirror, { payments, statuses })).toEqual(open)
    mirror = await openedMirror({ path: await closed(mirror), key })
    expect(mirror.opened.setAside).toBeUndefined()
    expect(await references(mirror, { payments, statuses })).toEqual(open)
    const shown = (await found(mirror)).map(({ reference, payment }) => [reference, payment])
    expect(Object.fromEntries(shown)).toEqual({
      ...{ HALFPAID: 'partlyPaid', REFUSED1: 'failed', TAKEN001: 'chargeback' },
      ...{ CANCELED: 'failed', GIVEN001: 'mixed', PAID0001: 'paid' },
    })
  })

  test('that was removed before it could be read again is passed over', async () => {
    await mirror.methods['mirror.remove']({ references: ['HALFPAID'] })
    await mirror.methods['mirror.purge']({ before: later, limit: 100 })
    expect(await references(mirror)).toEqual(['REFUSED1', 'TAKEN001'])
  })
})

/** Closes the file and answers where it is. */
async function closed({ methods }: Opened): Promise<string> {
  await methods['mirror.open']({ key: '', now: 2 })
  return path
}
