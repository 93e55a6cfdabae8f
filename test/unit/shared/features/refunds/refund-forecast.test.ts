import { forecastRefund, type RefundTarget } from '@shared/features/refunds'
import { describe, expect, test } from 'vitest'

const payment = (id: string, amount: string, change: object = {}) => ({
  payment_id: id,
  payment_type: 'CAPTURE',
  payment_status: 'PAID',
  payment_amount: amount,
  payment_merchant_reference: `M-${id}-1234`,
  payment_gateway_details: { payment_service_provider_reference: `PSP-${id}-1234` },
  ...change,
})
const ticket = (id: string, price: string, change: object = {}) => ({
  product_type_transaction_id: id,
  product_type_status: 'CONFIRMED',
  product_type_pricing: { price_total: price },
  ...change,
})
const order = (payments: readonly object[], change: object = {}) => ({
  order_reference: 'PRI8841203977',
  order_settlement_type: 'DIRECT',
  order_bookings: [
    {
      booking_reference: 'B1',
      product_currency_code: 'EUR',
      product_type_details: [ticket('T1', '20.00'), ticket('T2', '10.50')],
    },
    { booking_reference: 'B2', product_currency_code: 'EUR', product_type_details: [ticket('T3', '30')] },
  ],
  order_payments: payments,
  ...change,
})
const two = [payment('p1', '40.50'), payment('p2', '20.00')]
const all: RefundTarget = { by: 'order_reference', id: 'PRI8841203977' }

describe('a refund by anything but one payment (rules 169, 171)', () => {
  test.each<[string, RefundTarget, string, string[]]>([
    ['the order reaches all payments', all, '60.5', ['p1', 'p2']],
    [
      'a merchant reference those that carry it',
      { by: 'payment_merchant_reference', id: 'M-p2-1234' },
      '20',
      ['p2'],
    ],
    [
      'a PSP reference as well',
      { by: 'payment_service_provider_reference', id: 'PSP-p1-1234' },
      '40.5',
      ['p1'],
    ],
    ['a booking costs what its tickets do', { by: 'booking_reference', id: 'B1' }, '30.5', ['p1', 'p2']],
    ['a ticket what it does', { by: 'product_type_transaction_id', id: 'T2' }, '10.5', ['p1', 'p2']],
  ])('%s', (_, target, amount, reached) => {
    const forecast = forecastRefund(order(two), target)
    expect(forecast).toMatchObject({ amount, currency: 'EUR' })
    expect('payments' in forecast && forecast.payments.map(({ id }) => id)).toEqual(reached)
  })

  test('counts what went back already, refunds under way included', () => {
    const refund = payment('r1', '15', {
      payment_type: 'REFUND',
      payment_status: 'PENDING',
      payment_original_id: 'p1',
    })
    expect(forecastRefund(order([refund, ...two]), all)).toMatchObject({ amount: '45.5' })
  })

  test('lets go of what is reserved, which gives nothing back', () => {
    const reserved = payment('a1', '60.50', { payment_type: 'AUTHORIZATION', payment_status: 'AUTHORIZED' })
    expect(forecastRefund(order([reserved]), all)).toMatchObject({
      amount: '0',
      payments: [{ id: 'a1', act: 'release', remaining: '60.50' }],
    })
  })

  test.each<[string, object, RefundTarget, string]>([
    ...['EXTERNAL', 'VENUE', 'INVOICE'].map((settlement): [string, object, RefundTarget, string] => [
      `Prio does not hold the money (${settlement})`,
      order(two, { order_settlement_type: settlement }),
      all,
      'SETTLED_OUTSIDE',
    ]),
    ['nothing matches', order(two), { by: 'payment_merchant_reference', id: 'M-other' }, 'NOT_FOUND'],
    ['the order has no such booking', order(two), { by: 'booking_reference', id: 'B9' }, 'NOT_FOUND'],
    ['it is another order', order(two), { by: 'order_reference', id: 'PRI0000000000' }, 'NOT_FOUND'],
    [
      'it costs more than is left',
      order([payment('p1', '5')]),
      { by: 'booking_reference', id: 'B1' },
      'MORE_THAN_LEFT',
    ],
    ['all of it went back', order([payment('p1', '5', { payment_status: 'REFUNDED' })]), all, 'NOTHING_LEFT'],
    [
      'one of the payments is unclear',
      order([payment('p1', '5', { payment_status: 'PARTIAL_REFUND' })]),
      all,
      'UNCLEAR',
    ],
    [
      'the ticket was refunded',
      order(two, {
        order_bookings: [
          {
            booking_reference: 'B1',
            product_currency_code: 'EUR',
            product_type_details: [ticket('T1', '20', { product_type_payment_status: 'REFUNDED' })],
          },
        ],
      }),
      { by: 'product_type_transaction_id', id: 'T1' },
      'NOTHING_LEFT',
    ],
  ])('is not foretold when %s', (_, document, target, obstacle) => {
    expect(forecastRefund(document, target)).toEqual({ obstacle })
  })
})
