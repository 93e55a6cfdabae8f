import {
  expectsPayment,
  isPaymentOpen,
  owedPayments,
  type PaymentState,
  paymentStates,
} from '@shared/features/orders'
import { describe, expect, test } from 'vitest'

/** Whether a payment is open while its order stands, whether it is once that is cancelled, and whether money is owed. */
const table: Readonly<Record<PaymentState, readonly [stands: boolean, cancelled: boolean, owed: boolean]>> = {
  pending: [true, true, true],
  partlyPaid: [true, true, true],
  failed: [true, false, true],
  chargeback: [true, false, true],
  authorized: [true, true, false],
  processing: [true, true, false],
  refundPending: [true, true, false],
  refundFailed: [true, true, false],
  paid: [false, false, false],
  refunded: [false, false, false],
  partlyRefunded: [false, false, false],
  notRequired: [false, false, false],
  // Nothing goes through Prio, which never says that it came (rules.md #173).
  external: [false, false, false],
  venue: [false, false, false],
  invoice: [false, false, false],
  // Tickets of which each is settled, in its own way.
  mixed: [false, false, false],
  unknown: [false, false, false],
}

describe('the money of an order', () => {
  test('is judged for every payment state there is', () => {
    expect(Object.keys(table).sort()).toEqual([...paymentStates].sort())
  })

  test.each(paymentStates)('that is %s is open or settled, and owed or not', (payment) => {
    const found = [
      isPaymentOpen(payment, 'ORDER_CONFIRMED'),
      isPaymentOpen(payment, 'ORDER_CANCELLED'),
      owedPayments.some((owed) => owed === payment),
    ]
    expect(found).toEqual(table[payment])
  })

  test('that is owed by an order that stands is never settled', () => {
    for (const payment of owedPayments) expect(isPaymentOpen(payment, 'ORDER_CONFIRMED'), payment).toBe(true)
  })

  test.each([
    ['ORDER_CONFIRMED', true],
    ['ORDER_PENDING', true],
    ['ORDER_CANCELLED', false],
    ['ORDER_FAILED', false],
    ['ORDER_SOMETHING_NEW', true],
    [undefined, true],
  ])('is expected of an order that is %s: %s', (status, expected) => {
    expect(expectsPayment(status)).toBe(expected)
    expect(isPaymentOpen('failed', status)).toBe(expected)
  })
})
