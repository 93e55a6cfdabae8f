import { judgeOrder, type OrderFinding, orderMoneyOf, type PaymentRow } from '@shared/features/refunds'
import { describe, expect, test } from 'vitest'

const row = (type: string, amount: string, change: object = {}) => ({
  payment_id: `${type}${amount}${JSON.stringify(change)}`,
  payment_type: type,
  payment_status: type === 'REFUND' ? 'REFUNDED' : 'PAID',
  payment_amount: amount,
  ...change,
})
const capture = (amount: string, change?: object) => row('CAPTURE', amount, change)
const refund = (amount: string, change?: object) => row('REFUND', amount, change)

const order = (total: string, payments: readonly object[], change: object = {}) => ({
  order_status: 'ORDER_CONFIRMED',
  order_settlement_type: 'DIRECT',
  order_pricing: { price_total: total },
  order_bookings: [{ product_currency_code: 'EUR', booking_status: 'BOOKING_CONFIRMED' }],
  order_payments: payments,
  ...change,
})
const cancelled = { order_status: 'ORDER_CANCELLED' }

describe.each<[OrderFinding, [string, object][], [string, object][]]>([
  [
    'refundLarger',
    [
      ['went back without any cancellation', order('100', [capture('100'), refund('10')])],
      ['went back beyond what was cancelled', order('60', [capture('100'), refund('40.01')], cancelled)],
      ['is on its way beyond it', order('60', [capture('100'), refund('50', { payment_status: 'PENDING' })])],
    ],
    [
      ['went back as it was cancelled', order('60', [capture('100'), refund('40.00')], cancelled)],
      ['was refused', order('100', [capture('100'), refund('10', { payment_status: 'REFUSED' })])],
      ['was never taken', order('100', [])],
    ],
  ],
  [
    'cancelledNotRefunded',
    [
      ['is held of a cancelled order', order('0', [capture('100')], cancelled)],
      [
        'is held of a cancelled booking',
        order('60', [capture('100')], {
          order_bookings: [{ product_currency_code: 'EUR', booking_status: 'BOOKING_CANCELLED' }],
        }),
      ],
      [
        'was refused to go back',
        order('0', [capture('100'), refund('100', { payment_status: 'REFUSED' })], cancelled),
      ],
    ],
    [
      ['stands', order('60', [capture('100')])],
      ['is the fee', order('20.50', [capture('100'), refund('79.50')], cancelled)],
      [
        'is on its way',
        order('0', [capture('100'), refund('100', { payment_status: 'PENDING' })], cancelled),
      ],
      [
        'was only reserved',
        order('0', [row('AUTHORIZATION', '100', { payment_status: 'AUTHORIZED' })], cancelled),
      ],
    ],
  ],
  [
    'paidTwice',
    [
      ['came in twice', order('100', [capture('100'), capture('100.00')])],
      ['came in once more than it costs', order('100', [capture('60'), capture('40'), capture('100')])],
    ],
    [
      ['is split', order('100', [capture('60'), capture('40')])],
      ['went back once', order('100', [capture('100'), capture('100.00'), refund('100')])],
      ['is more than it costs, in one payment', order('60', [capture('100')])],
      ['costs nothing', order('0', [capture('1'), capture('2')])],
      ['is cancelled, which is another view', order('0', [capture('50'), capture('50')], cancelled)],
    ],
  ],
])('%s', (finding, found, clear) => {
  test.each(found)('has an order of which money %s', (_, one) => {
    expect(judgeOrder(one, finding)).toBe('found')
  })

  test.each(clear)('has none of which money %s', (_, one) => {
    expect(judgeOrder(one, finding)).toBe('clear')
  })

  test.each(['EXTERNAL', 'VENUE', 'INVOICE', undefined])(
    'leaves out an order settled as %s',
    (settlement) => {
      for (const [, one] of found) {
        expect(judgeOrder({ ...one, order_settlement_type: settlement }, finding)).toBe('outside')
      }
    },
  )

  test.each<[string, object]>([
    ['there is no total', order('', [capture('100')])],
    ['an amount is unreadable', order('100', [capture('much')])],
    ['the bookings name no currency', order('100', [capture('100')], { order_bookings: [] })],
    [
      'a payment says it was refunded, and no record does',
      order('0', [capture('100', { payment_status: 'REFUNDED' })]),
    ],
    ['a record is of a kind nobody told us about', order('100', [row('GIFT', '5')])],
  ])('does not judge where %s', (_, one) => {
    expect(judgeOrder(one, finding)).toBe('unclear')
  })
})

describe("the amount in the order's currency", () => {
  const payment = (change: Partial<PaymentRow> = {}): PaymentRow => ({
    id: 'p1',
    amount: '10.00',
    paid: { amount: '10', currency: 'EUR' },
    ...change,
  })

  test.each([undefined, '1', '1.0000'])(
    'is in the guest’s where they are the same at a rate of %s',
    (rate) => {
      expect(orderMoneyOf(payment({ rate }))).toEqual({ amount: '10.00', currency: 'EUR' })
    },
  )

  test.each<[string, Partial<PaymentRow>]>([
    ['there is a rate', { rate: '1.1' }],
    ['the amounts differ', { paid: { amount: '11', currency: 'USD' } }],
    ['the guest’s currency is missing', { paid: { amount: '10' } }],
    ['an amount is missing', { amount: undefined }],
  ])('is not named where %s', (_, change) => {
    expect(orderMoneyOf(payment(change))).toBeUndefined()
  })
})
