import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { toOrderRow } from '@shared/features/orders'
import { describe, expect, test } from 'vitest'
import { readColumns } from '../../../../../electron/store/mirror/order-columns'
import { orderLike, smallOrder } from '../../../../support/mirror-orders'

const sent = '2025-06-29T22:27:44.065Z'
const at = Date.parse(sent)
/** 29 June 2025, a Sunday. */
const day = Math.floor(at / 86_400_000)

function read(order: Readonly<Record<string, unknown>>) {
  const row = toOrderRow(order)
  if (!row) throw new Error('the order has no row')
  return readColumns(order, row, Date.parse(row.created ?? ''))
}

test('the columns of the order that the API gives as its example', () => {
  const { columns, days } = read(orderLike())
  expect(columns).toEqual({
    reference: 'ORDRREF123456',
    version: 1,
    modified: at,
    cancelled: at,
    ...{ travel_first: at, travel_last: at, first_day: day, last_day: day },
    weekdays: 1 << 6,
    lead_days: 0,
    status: 'ORDER_CONFIRMED',
    payment: expect.any(String),
    channel: 'PARTNER',
    ...{ currency: 'USD', total: 1200, fee: 0, refunded: 0, margin: null },
    redeemed: 2,
    tickets: 1,
    open: expect.any(Number),
    over: at,
  })
  expect(days).toEqual([])
})

test('what that order is sorted by, folded', () => {
  expect(read(orderLike()).keys).toEqual({
    reference: 'ordrref123456',
    external_reference: 'externalref123',
    guest: 'john doe',
    email: 'john.doe@example.com',
    products: 'test product',
    suppliers: 'test museum',
    channel: 'partner',
    created_by: expect.any(String),
    distributor: 'demo distributor',
    total: 'USD00000000000001200',
  })
})

test('each order of the list that the API gives as its example has columns of one kind', () => {
  const file = resolve(import.meta.dirname, '../../../../data/examples/get-orders.response.json')
  const { data } = JSON.parse(readFileSync(file, 'utf8'))
  for (const order of data.items) {
    expect(read(order).columns).toMatchObject({ reference: order.order_reference, weekdays: 1 << 6 })
  }
})

describe('amounts', () => {
  const booking = (rest: Readonly<Record<string, unknown>> = {}) => ({
    product_currency_code: 'EUR',
    ...rest,
  })
  const cancelled = (price?: string) =>
    booking({
      booking_status: 'BOOKING_CANCELLED',
      ...(price === undefined ? {} : { booking_pricing: { price_total: price } }),
    })
  const refund = (amount: string, status = 'PAID') => ({
    ...{ payment_type: 'REFUND', payment_status: status, payment_amount: amount },
  })
  const money = (rest: Readonly<Record<string, unknown>>) => {
    const { currency, total, fee, refunded } = read(
      smallOrder({ order_pricing: { price_total: '10.00' }, order_bookings: [booking()], ...rest }),
    ).columns
    return { currency, total, fee, refunded }
  }

  test('a fee is what still stands of cancelled bookings (rule 167), unknown as soon as one of them is', () => {
    expect(money({ order_bookings: [booking(), cancelled('1.50'), cancelled('0.50')] }).fee).toBe(200)
    expect(money({ order_bookings: [cancelled('1.50'), cancelled()] })).toMatchObject({
      fee: null,
      total: 1000,
    })
  })

  test('refunds under way count, refused ones do not (rule 176); one that cannot be read leaves the sum unknown', () => {
    expect(money({ order_payments: [refund('-2.50'), refund('1.00', 'PENDING')] }).refunded).toBe(350)
    expect(money({ order_payments: [refund('2.50'), refund('1.00', 'REFUSED')] }).refunded).toBe(250)
    expect(money({ order_payments: [refund('2.50'), refund('some')] })).toMatchObject({
      refunded: null,
      total: 1000,
    })
  })

  test('nothing is counted without one currency', () => {
    const order_bookings = [booking(), { product_currency_code: 'USD' }]
    expect(money({ order_bookings })).toEqual({ currency: null, total: null, fee: null, refunded: null })
  })
})

test('days are those of the activity’s own calendar; those between the first and the last are apart', () => {
  const moments = ['2026-03-01T23:30:00-05:00', '2026-03-03T00:30:00+14:00', '2026-03-05T12:00:00Z']
  const order_bookings = moments.map((booking_travel_date) => ({ booking_travel_date }))
  const { columns, days } = read(smallOrder({ order_bookings }))
  const dayOf = (date: string) => Date.parse(date) / 86_400_000
  expect(days).toEqual(['2026-03-01', '2026-03-03', '2026-03-05'].map(dayOf))
  expect([columns.first_day, columns.last_day]).toEqual([days[0], days[2]])
  // Sunday, Tuesday and Thursday.
  expect(columns.weekdays).toBe((1 << 6) | (1 << 1) | (1 << 3))
  expect(columns.travel_last).toBe(Date.parse('2026-03-05T12:00:00Z'))
})

test('an order of which nearly everything is missing has columns all the same', () => {
  const { columns, keys } = read({ order_reference: 'R1', order_created: sent })
  expect(columns).toMatchObject({
    reference: 'R1',
    travel_first: null,
    weekdays: 0,
    lead_days: null,
    over: at,
  })
  expect(columns).toMatchObject({ currency: null, total: null, status: null, redeemed: 0, tickets: 0 })
  expect(keys).toMatchObject({ reference: 'r1', guest: null, total: null })
})
