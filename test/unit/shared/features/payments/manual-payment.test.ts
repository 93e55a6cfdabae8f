import {
  amountProblem,
  compareWithDue,
  manualPaymentObstacle,
  type PaymentDue,
} from '@shared/features/payments'
import { describe, expect, test } from 'vitest'

const due = (amount: string): PaymentDue => ({ kind: 'known', currency: 'EUR', due: amount, open: '0' })

describe('an amount that was received', () => {
  test.each([
    ['20.50', 'EUR'],
    ['0.01', 'EUR'],
    ['2500', 'JPY'],
    ['12.345', 'BHD'],
    ['20.5000', 'EUR'],
  ])('%s %s can be recorded', (amount, currency) => {
    expect(amountProblem(amount, currency)).toBeUndefined()
  })

  test.each([
    ['', 'EUR', 'NOT_A_NUMBER'],
    ['20,50', 'EUR', 'NOT_A_NUMBER'],
    ['1e3', 'EUR', 'NOT_A_NUMBER'],
    ['0.00', 'EUR', 'NOT_POSITIVE'],
    ['-1', 'EUR', 'NOT_POSITIVE'],
    ['20.505', 'EUR', 'TOO_MANY_DIGITS'],
    ['2500.5', 'JPY', 'TOO_MANY_DIGITS'],
    ['1.2345', 'BHD', 'TOO_MANY_DIGITS'],
  ])('%s %s cannot: %s', (amount, currency, problem) => {
    expect(amountProblem(amount, currency)).toBe(problem)
  })

  test.each([
    ['10', 'less'],
    ['20.00', 'all'],
    ['20.01', 'more'],
    ['x', 'unknown'],
  ])('%s of 20 due is %s', (amount, compared) => {
    expect(compareWithDue(amount, due('20'))).toBe(compared)
  })

  test('cannot be compared with what is unclear', () => {
    expect(compareWithDue('10', { kind: 'unclear' })).toBe('unknown')
  })
})

describe('recording a payment', () => {
  const order = (change: object = {}) => ({ order_settlement_type: 'DIRECT', ...change })

  test.each(['DIRECT', 'VENUE', 'INVOICE'])('is possible where the order is settled as %s', (settlement) => {
    expect(manualPaymentObstacle(order({ order_settlement_type: settlement }), due('1'))).toBeUndefined()
  })

  test.each<[string, object, PaymentDue, string]>([
    [
      'a partner collects the money (rule 172)',
      { order_settlement_type: 'EXTERNAL' },
      due('1'),
      'SETTLED_OUTSIDE',
    ],
    ['how it is settled is missing (rule 173)', { order_settlement_type: null }, due('1'), 'SETTLED_OUTSIDE'],
    ['the order is cancelled', { order_status: 'ORDER_CANCELLED' }, due('1'), 'ORDER_CANCELLED'],
    ['nothing is due (rule 181)', {}, due('0.00'), 'NOTHING_DUE'],
    ['more was paid than asked', {}, due('-5'), 'NOTHING_DUE'],
    ['what is due is unclear', {}, { kind: 'unclear' }, 'AMOUNT_UNCLEAR'],
  ])('is not when %s', (_, change, owed, obstacle) => {
    expect(manualPaymentObstacle(order(change), owed)).toBe(obstacle)
  })
})
