import { paymentDue } from '@shared/features/payments'
import { describe, expect, test } from 'vitest'

const order = (payments: readonly object[], change: object = {}) => ({
  order_pricing: { price_total: '100.00' },
  order_bookings: [{ product_currency_code: 'EUR' }],
  order_payments: payments,
  ...change,
})
const capture = (amount: string, change: object = {}) => ({
  payment_id: `c${amount}`,
  payment_type: 'CAPTURE',
  payment_status: 'PAID',
  payment_amount: amount,
  ...change,
})

describe('what is still to be paid', () => {
  test.each<[string, object[], object]>([
    ['is everything while nothing was taken', [], { due: '100', open: '0' }],
    ['is less what was taken', [capture('40.50')], { due: '59.5', open: '0' }],
    ['is nothing when all was taken', [capture('100')], { due: '0', open: '0' }],
    [
      'is less than nothing when more was taken',
      [capture('60'), capture('60.00')],
      { due: '-20', open: '0' },
    ],
    [
      'counts what went back, also while it is under way (rule 176)',
      [
        capture('100', {
          payment_type: 'REFUND',
          payment_status: 'PENDING',
          payment_id: 'r',
          payment_original_id: 'c100',
        }),
        capture('100'),
      ],
      { due: '100', open: '0' },
    ],
    [
      'leaves out a refused payment',
      [capture('100', { payment_status: 'REFUSED' })],
      { due: '100', open: '0' },
    ],
    [
      'leaves out what the bank took back',
      [capture('100', { payment_status: 'CHARGEBACK' })],
      { due: '100', open: '0' },
    ],
    [
      'names what is under way apart',
      [capture('30', { payment_status: 'PENDING' })],
      { due: '100', open: '30' },
    ],
    [
      'names what is reserved apart',
      [capture('100', { payment_type: 'AUTHORIZATION', payment_status: 'AUTHORIZED' })],
      { due: '100', open: '100' },
    ],
  ])('%s', (_, payments, due) => {
    expect(paymentDue(order(payments))).toEqual({ kind: 'known', currency: 'EUR', ...due })
  })

  test('does not depend on how the order is settled', () => {
    expect(paymentDue(order([capture('40')], { order_settlement_type: 'VENUE' }))).toMatchObject({
      due: '60',
    })
  })

  test.each<[string, object]>([
    [
      'the bookings name two currencies (rule 121)',
      order([], { order_bookings: [{ product_currency_code: 'EUR' }, { product_currency_code: 'USD' }] }),
    ],
    ['there is no total', order([], { order_pricing: null })],
    ['an amount is unreadable', order([capture('a lot')])],
    [
      'a payment says that money went back, and no record how much',
      order([capture('100', { payment_status: 'PARTIAL_REFUND' })]),
    ],
  ])('is unclear where %s', (_, unclear) => {
    expect(paymentDue(unclear)).toEqual({ kind: 'unclear' })
  })
})
