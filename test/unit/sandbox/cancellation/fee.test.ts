import { describe, expect, it } from 'vitest'
import { cancellationFee, isInForce } from '../../../../electron/sandbox/cancellation/fee'
import type { CancellationPolicy } from '../../../../electron/sandbox/catalogue/types'
import { Dataset } from '../../../../electron/sandbox/data/dataset'
import type { BookingDocument } from '../../../../electron/sandbox/orders/document'
import { NOW } from '../support/client'

const [template] = new Dataset({ seed: 1, anchor: NOW, largeOrder: 1 }, 10, NOW).document(3).order_bookings
const TRAVEL = Date.parse('2026-12-24T10:00:00+01:00')
const BOOKED = Date.parse('2026-11-01T09:00:00+01:00')
const HOUR = 3_600_000

function bookingWith(...policies: CancellationPolicy[]): BookingDocument {
  if (!template) throw new Error('no booking')
  return {
    ...template,
    booking_created: '2026-11-01T09:00:00+01:00',
    booking_travel_date: '2026-12-24T10:00:00+01:00',
    booking_pricing: { price_subtotal: '0.00', price_total: '0.00' },
    product_cancellation_policies: policies,
  }
}

describe('when a policy is in force (rule 167)', () => {
  const before = { cancellation_type: 'TRAVEL_DATE', cancellation_fee_threshold: 3600 }
  const after = { cancellation_type: 'BOOKING_DATE', cancellation_fee_threshold: 3600 }

  it('from the threshold before travel on, not at its very moment', () => {
    expect(isInForce(before, bookingWith(before), TRAVEL - HOUR)).toBe(false)
    expect(isInForce(before, bookingWith(before), TRAVEL - HOUR + 1)).toBe(true)
    expect(isInForce(before, bookingWith(before), TRAVEL + HOUR)).toBe(true)
  })

  it('once the threshold has passed since booking', () => {
    expect(isInForce(after, bookingWith(after), BOOKED + HOUR)).toBe(false)
    expect(isInForce(after, bookingWith(after), BOOKED + HOUR + 1)).toBe(true)
  })

  it('always without a threshold, and never with one for a ticket without a travel date', () => {
    const { booking_travel_date: _date, ...open } = bookingWith(before)
    expect(isInForce({ cancellation_type: 'TRAVEL_DATE' }, open, BOOKED)).toBe(true)
    expect(isInForce(before, open, TRAVEL)).toBe(false)
  })
})

describe('the fee', () => {
  const always = (percentage?: number, amount?: string): CancellationPolicy => ({
    cancellation_type: 'TRAVEL_DATE',
    ...(percentage !== undefined && { cancellation_fee_percentage: percentage }),
    ...(amount !== undefined && { cancellation_fee_amount: amount }),
  })
  const fee = (value: number, ...policies: CancellationPolicy[]) =>
    cancellationFee(bookingWith(...policies), value, TRAVEL, 2)

  it('is nothing without policies', () => {
    expect(fee(1000)).toBe(0)
  })

  it('is share and amount together', () => {
    expect(fee(1000, always(20.5, '5.00'))).toBe(705)
  })

  it('is that of the dearest policy in force, not their sum', () => {
    expect(fee(1000, always(25), always(undefined, '3.00'), always(10))).toBe(300)
  })

  it('is never more than what is cancelled', () => {
    expect(fee(400, always(undefined, '5.00'))).toBe(400)
    expect(fee(0, always(undefined, '5.00'))).toBe(0)
  })

  it('leaves out the fixed amount once it was charged on the booking', () => {
    const booking = bookingWith(always(10, '5.00'))
    booking.booking_pricing.price_fees = [
      { fee_type: 'CUSTOM', fee_amount: '5.00', fee_tax_amount: '0.00', fee_included: true },
    ]
    expect(cancellationFee(booking, 1000, TRAVEL, 2)).toBe(100)
  })
})
