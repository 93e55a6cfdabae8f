import { orderPaymentState, paymentStatusState } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

const record = (type: string, status: string, amount = '54.00') => ({
  payment_type: type,
  payment_status: status,
  payment_amount: amount,
})
const state = (records: unknown[], over: Record<string, unknown> = {}) =>
  orderPaymentState({ order_pricing: { price_total: '54.00' }, order_payments: records, ...over })

describe('the payment state of an order', () => {
  it('is paid when what was taken covers the total', () => {
    expect(state([record('CAPTURE', 'PAID')])).toBe('paid')
    expect(state([record('CAPTURE', 'PAID', '27.00'), record('CAPTURE', 'PAID', '27.00')])).toBe('paid')
  })

  it('is partly paid when it does not', () => {
    expect(state([record('CAPTURE', 'PAID', '27.00')])).toBe('partlyPaid')
  })

  it('adds amounts as decimals (rule 53)', () => {
    const tenth = record('CAPTURE', 'PAID', '0.10')
    expect(state([tenth, tenth, tenth], { order_pricing: { price_total: '0.30' } })).toBe('paid')
  })

  it('tells a part refund from a whole one', () => {
    expect(state([record('REFUND', 'REFUNDED', '11.00'), record('CAPTURE', 'PAID')])).toBe('partlyRefunded')
    expect(state([record('REFUND', 'REFUNDED'), record('CAPTURE', 'PAID')])).toBe('refunded')
  })

  it('says that a refund is on its way, or did not arrive, before anything else', () => {
    expect(state([record('REFUND', 'PROCESSING'), record('CAPTURE', 'PAID')])).toBe('refundPending')
    expect(state([record('REFUND', 'REFUSED'), record('CAPTURE', 'PAID')])).toBe('refundFailed')
  })

  it('is the newest record while nothing was taken; records come newest first', () => {
    expect(state([record('AUTHORIZATION', 'AUTHORIZED')])).toBe('authorized')
    expect(state([record('CAPTURE', 'PENDING'), record('CAPTURE', 'REFUSED')])).toBe('pending')
    expect(state([record('CAPTURE', 'REFUSED')])).toBe('failed')
  })

  it('shows a chargeback whatever else happened', () => {
    expect(state([record('CAPTURE', 'CHARGEBACK'), record('CAPTURE', 'PAID')])).toBe('chargeback')
  })

  describe('comes from the tickets where no payment is recorded', () => {
    /** A status in brackets is that of a ticket that was cancelled. */
    const tickets = (statuses: string) => ({
      order_bookings: [
        {
          product_type_details: statuses.split(' ').map((status) => ({
            product_type_status: status.startsWith('(') ? 'CANCELLED' : 'CONFIRMED',
            product_type_payment_status: status.replace(/[()]/g, ''),
          })),
        },
      ],
    })
    it.each([
      ['PAID PAID', 'paid'],
      ['PENDING PENDING', 'pending'],
      ['PAID PENDING', 'partlyPaid'],
      ['PAID REFUSED', 'partlyPaid'],
      ['PAID PROCESSING', 'partlyPaid'],
      ['PAID AUTHORIZED', 'partlyPaid'],
      ['REFUNDED PENDING', 'partlyPaid'],
      ['PARTIAL_PAID NOT_REQUIRED', 'partlyPaid'],
      ['PENDING NOT_REQUIRED', 'pending'],
      ['PENDING REFUSED', 'pending'],
      ['PROCESSING PENDING', 'pending'],
      ['PROCESSING NOT_REQUIRED', 'processing'],
      ['AUTHORIZED NOT_REQUIRED', 'authorized'],
      ['EXPIRED NOT_REQUIRED', 'failed'],
      ['PAID CHARGEBACK', 'chargeback'],
      ['PAID REFUNDED', 'mixed'],
      ['PAID NOT_REQUIRED', 'mixed'],
      ['PAID (PENDING)', 'mixed'],
      ['PAID (CANCELLED)', 'mixed'],
      ['PENDING (PAID)', 'partlyPaid'],
      ['PAID TELEPORTED', 'mixed'],
    ])('%s: %s', (statuses, expected) => {
      expect(state([], tickets(statuses))).toBe(expected)
    })
  })

  it('is how the order is settled where nothing else is known (rule 173)', () => {
    expect(state([], { order_settlement_type: 'EXTERNAL' })).toBe('external')
    expect(state([], { order_settlement_type: 'INVOICE' })).toBe('invoice')
    expect(state([], { order_settlement_type: 'SEASHELLS' })).toBe('unknown')
  })

  it('is unknown for a status nobody told us about (rule 55)', () => {
    expect(state([record('CAPTURE', 'TELEPORTED')])).toBe('unknown')
    expect(paymentStatusState('toString')).toBe('unknown')
  })
})
