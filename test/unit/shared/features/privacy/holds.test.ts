import { holdReasons, type RetentionRule, voucherEffect } from '@shared/features/privacy'
import { describe, expect, test } from 'vitest'

const now = Date.parse('2026-06-15T09:00:00Z')
const today = '2026-06-15'
const holds = (order: object, rules: RetentionRule[] = [], at = now) =>
  holdReasons({ order_status: 'ORDER_CONFIRMED', ...order }, { rules, now: at, today })
const booking = (over: object = {}) => ({ booking_status: 'BOOKING_CONFIRMED', ...over })
const travels = (over: object) => holds({ order_bookings: [booking(over)] })
const ahead = (until: string) => [{ kind: 'travel-ahead', until }]

test('an order whose money is settled, and with which nobody travels any more, is not held', () => {
  const order_payments = [
    { payment_type: 'CAPTURE', payment_status: 'PAID', payment_amount: '40.00' },
    { payment_type: 'REFUND', payment_status: 'REFUNDED', payment_amount: '4.00' },
  ]
  expect(travels({ booking_travel_date: '2026-06-14T18:00:00+02:00' })).toEqual([])
  expect(holds({ order_payments })).toEqual([])
  expect(holds({})).toEqual([])
})

describe('a visit that is ahead', () => {
  test.each([
    ['a clock time', { booking_travel_date: '2026-06-15T11:00:01+02:00' }],
    ['in another offset', { booking_travel_date: '2026-06-15T04:00:01-05:00' }],
    ['the beginning of a slot', { product_availability_from_date_time: '2026-06-15T11:00:01+02:00' }],
  ])('holds until %s', (_, moments) => {
    expect(travels(moments)).toEqual(ahead(Object.values(moments)[0] ?? ''))
  })

  test('is over at its moment', () => {
    expect(travels({ booking_travel_date: '2026-06-15T11:00:00+02:00' })).toEqual([])
  })

  test.each(['TIME_DATE', 'TIME_OPEN'])(
    'of which the day is meant (%s) holds until the day ends where it is (rules 84, 87)',
    (type) => {
      const day = { product_admission_type: type, booking_travel_date: '2026-06-15T00:00:00+02:00' }
      const at = (moment: string) => holds({ order_bookings: [booking(day)] }, [], Date.parse(moment))
      expect(at('2026-06-15T21:59:59Z')).toEqual(ahead('2026-06-15T00:00:00+02:00'))
      expect(at('2026-06-15T22:00:00Z')).toEqual([])
    },
  )

  test('that has begun holds until its slot or pass ends', () => {
    const pass = {
      product_availability_from_date_time: '2026-06-14T09:00:00+02:00',
      product_availability_to_date_time: '2026-06-16T18:00:00+02:00',
    }
    expect(travels(pass)).toEqual(ahead('2026-06-16T18:00:00+02:00'))
    expect(travels({ ...pass, product_availability_to_date_time: '2026-06-15T10:59:00+02:00' })).toEqual([])
  })

  test('is the last of all, and none that was cancelled', () => {
    const order_bookings = [
      booking({ booking_travel_date: '2026-06-20T10:00:00+02:00' }),
      booking({ booking_travel_date: '2026-07-01T10:00:00+02:00' }),
      { booking_status: 'BOOKING_CANCELLED', booking_travel_date: '2026-08-01T10:00:00+02:00' },
    ]
    expect(holds({ order_bookings })).toEqual(ahead('2026-07-01T10:00:00+02:00'))
    expect(holds({ order_status: 'ORDER_CANCELLED', order_bookings })).toEqual([])
  })

  test('is none of an open ticket, nor of a moment that cannot be read', () => {
    expect(
      travels({ product_admission_type: 'TIME_OPEN', booking_valid_until: '2027-01-01T00:00:00Z' }),
    ).toEqual([])
    expect(travels({ booking_travel_date: 'next week' })).toEqual([])
  })
})

test('a refund that is under way holds', () => {
  const refund = { payment_type: 'REFUND', payment_status: 'PENDING', payment_amount: '4.00' }
  expect(holds({ order_payments: [refund] })).toEqual([{ kind: 'open-refund' }])
})

test('so does a payment that is under way, and money that is still owed, but not of an order that was cancelled', () => {
  const pending = { payment_type: 'CAPTURE', payment_status: 'PENDING', payment_amount: '40.00' }
  expect(holds({ order_payments: [pending] })).toEqual([{ kind: 'unsettled-payment' }])
  const part = {
    order_pricing: { price_total: '40.00' },
    order_bookings: [booking({ product_currency_code: 'EUR' })],
    order_payments: [
      { payment_id: 'c1', payment_type: 'CAPTURE', payment_status: 'PAID', payment_amount: '30.00' },
    ],
  }
  expect(holds(part)).toEqual([{ kind: 'unsettled-payment' }])
  expect(holds({ ...part, order_status: 'ORDER_CANCELLED' })).toEqual([])
})

test.each(['BOOKING_PENDING_SUPPLIER', 'BOOKING_PROCESSING_CONFIRMATION'])(
  'a booking that a supplier or the server works on holds: %s (rules 29, 68)',
  (booking_status) => {
    expect(holds({ order_bookings: [{ booking_status }] })).toEqual([{ kind: 'in-process' }])
  },
)

test('a rule of the profile holds until its months are over since the order was made, or since the visit', () => {
  const order = {
    order_created: '2025-12-15T23:30:00+01:00',
    order_bookings: [booking({ booking_travel_date: '2026-03-20T10:00:00+01:00' })],
  }
  const rule = (since: RetentionRule['since'], months: number): RetentionRule => ({
    name: 'Tax',
    since,
    months,
  })
  const kept = (until: string) => [{ kind: 'retention', rule: 'Tax', until }]
  expect(holds(order, [rule('created', 7)])).toEqual(kept('2026-07-15'))
  expect(holds(order, [rule('created', 6)])).toEqual([])
  expect(holds(order, [rule('travelled', 3)])).toEqual(kept('2026-06-20'))
  expect(holds({ order_created: order.order_created }, [rule('travelled', 7)])).toEqual(kept('2026-07-15'))
  expect(holds({}, [rule('created', 700)])).toEqual([])
})

test('what erasing means for vouchers: how many were given out, and how many tickets are unused', () => {
  const ticket = (product_type_redemption_status: string) => ({ product_type_redemption_status })
  const order_bookings = [
    booking({
      booking_voucher_released: true,
      product_type_details: [ticket('REDEEMED'), ticket('NOT_REDEEMED')],
    }),
    booking({ booking_voucher_released: false, product_type_details: [ticket('NOT_REDEEMED')] }),
    {
      ...{ booking_status: 'BOOKING_CANCELLED', booking_voucher_released: true },
      product_type_details: [ticket('NOT_REDEEMED')],
    },
  ]
  expect(voucherEffect({ order_bookings })).toEqual({ released: 1, unused: 2 })
  expect(voucherEffect({})).toEqual({ released: 0, unused: 0 })
})
