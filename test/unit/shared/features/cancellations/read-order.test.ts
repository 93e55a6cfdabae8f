import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Order } from '@shared/api'
import {
  bookingObstacle,
  bookingsOf,
  type CancellableOrder,
  emptySelection,
  forecastCancellation,
  newRefunds,
  orderObstacles,
  readCancellableOrder,
  ticketsOf,
  toTargets,
} from '@shared/features/cancellations'
import { describe, expect, test } from 'vitest'

const file = resolve(import.meta.dirname, '../../../../data/examples/order.response.json')
const example = (JSON.parse(readFileSync(file, 'utf8')) as { data: { order: Order } }).data.order

const now = Date.parse('2025-06-01T00:00:00Z')
const ticket = {
  product_type_transaction_id: '1001',
  product_type_status: 'CONFIRMED',
  product_type_pricing: { price_total: '10.00' },
}
const booking = {
  booking_reference: 'BOOKING1',
  booking_status: 'BOOKING_CONFIRMED',
  booking_pricing: { price_total: '10.00' },
  product_currency_code: 'EUR',
  product_type_details: [ticket],
}
const order = {
  order_reference: 'ORDER1234',
  order_pricing: { price_total: '10.00' },
  order_bookings: [booking],
}

/** The order with something else in one field of it or of its booking. */
const wrongInOrder = (name: string, value: unknown) => ({ ...order, [name]: value })
const wrongInBooking = (name: string, value: unknown) => ({
  ...order,
  order_bookings: [{ ...booking, [name]: value }],
})

/** All that the dialog works out from a reading. */
function workOut(source: unknown) {
  const { order, unreadable } = readCancellableOrder(source)
  const everything = {
    whole: false,
    bookings: new Set(['BOOKING1']),
    tickets: new Set(['1001']),
  }
  for (const selection of [emptySelection, everything, { ...emptySelection, whole: true }]) {
    toTargets(order, selection)
    forecastCancellation(order, selection, true, now)
  }
  orderObstacles(order)
  bookingsOf(order).forEach(bookingObstacle)
  newRefunds([], order.order_payments ?? [])
  return unreadable
}

const wrong: readonly unknown[] = ['three', 3, true, { 0: ticket }, [null], ['ticket'], [[ticket]]]
const wrongLists: readonly unknown[] = wrong.filter((value) => !Array.isArray(value))

describe('a list of the wrong type is named, and nothing throws', () => {
  test.each(['order_bookings', 'order_payments'])('%s', (name) => {
    for (const value of wrong) expect(workOut(wrongInOrder(name, value))).toEqual([name])
  })

  test.each([
    'product_type_details',
    'product_combi_details',
    'product_bundle_details',
    'product_addon_details',
    'product_cancellation_policies',
  ])('%s', (name) => {
    for (const value of wrong) expect(workOut(wrongInBooking(name, value))).toEqual([name])
  })

  test('product_type_details within a bundle', () => {
    for (const value of wrong) {
      const bundle = [{ product_type_details: value }]
      expect(workOut(wrongInBooking('product_bundle_details', bundle))).toEqual(['product_type_details'])
    }
  })

  test.each(wrongLists)('promo codes: %j', (value) => {
    expect(workOut(wrongInOrder('order_promocodes', value))).toEqual(['order_promocodes'])
    const pricing = { price_total: '10.00', price_promocodes: value }
    expect(workOut(wrongInBooking('booking_pricing', pricing))).toEqual(['price_promocodes'])
  })
})

describe('what is no list', () => {
  test.each([null, undefined, 'order', 7, []])('an order that is %j is read as an empty one', (source) => {
    expect(workOut(source)).toEqual([])
    expect(bookingsOf(readCancellableOrder(source).order)).toEqual([])
  })

  test('and has the wrong type is missing', () => {
    const odd = { text: 'x' }
    const source = wrongInBooking('product_title', odd)
    expect(workOut(source)).toEqual([])
    expect(bookingsOf(readCancellableOrder(source).order)[0]?.product_title).toBeUndefined()
    expect(workOut(wrongInBooking('booking_pricing', 'ten'))).toEqual([])
    expect(workOut(wrongInOrder('order_pricing', 'ten'))).toEqual([])
  })
})

test('missing and null lists are empty ones, not unreadable (rule 47)', () => {
  for (const value of [null, undefined]) {
    expect(workOut(wrongInOrder('order_payments', value))).toEqual([])
    expect(workOut(wrongInBooking('product_combi_details', value))).toEqual([])
  }
})

test("what is right is kept: the vendor's example reads as it is", () => {
  const { order: read, unreadable } = readCancellableOrder(example)
  expect(unreadable).toEqual([])
  expect(read).toMatchObject({ order_status: example.order_status, order_version: example.order_version })
  const ids = (one: CancellableOrder) =>
    bookingsOf(one).map((entry) => [
      entry.booking_reference,
      ...ticketsOf(entry).map((line) => line.product_type_transaction_id),
    ])
  expect(ids(read)).toEqual(ids(example))
  expect(ids(read).flat().length).toBeGreaterThan(2)
  expect(
    toTargets(readCancellableOrder(order).order, { ...emptySelection, tickets: new Set(['1001']) }),
  ).toEqual([{ level: 'booking', bookingReference: 'BOOKING1' }])
})
