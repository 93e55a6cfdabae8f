import type { CancellableOrder, CancellationTarget } from '@shared/features/cancellations'
import { describe, expect, test } from 'vitest'
import { cancellationEvidence } from '../../../../../electron/features/cancellations/evidence'
import { takeSnapshot } from '../../../../../electron/features/cancellations/order-snapshot'
import { aBooking, anOrderWith, aTicket, orderWithoutT1 } from '../../../../support/cancellable-order'

const ticket: CancellationTarget = { level: 'ticket', bookingReference: 'B1', transactionId: 'T1' }
const booking: CancellationTarget = { level: 'booking', bookingReference: 'B1' }
const whole: CancellationTarget = { level: 'order' }

function evidence(
  target: CancellationTarget,
  now: CancellableOrder,
  {
    before = anOrderWith() as CancellableOrder,
    accepted,
  }: { before?: CancellableOrder; accepted?: CancellableOrder } = {},
) {
  return cancellationEvidence(target, {
    before: takeSnapshot(before, target, 0),
    accepted: accepted && takeSnapshot(accepted, target, 0),
    now: takeSnapshot(now, target, 0),
  })
}

const processing = anOrderWith({
  order_version: 4,
  order_bookings: [aBooking({ booking_status: 'BOOKING_PROCESSING_CANCELLATION' })],
})
const cancelledBooking = anOrderWith({
  order_version: 4,
  order_bookings: [aBooking({ booking_status: 'BOOKING_CANCELLED' })],
})

describe('a cancelled ticket (rule 160)', () => {
  test.each([
    ['its status', orderWithoutT1()],
    [
      'its redemption status',
      anOrderWith({
        order_version: 4,
        order_bookings: [
          aBooking({
            product_type_details: [aTicket('T1', { product_type_redemption_status: 'CANCELLED' })],
          }),
        ],
      }),
    ],
    ['the status of its booking', cancelledBooking],
  ])('is seen by %s', (_, now) => {
    expect(evidence(ticket, now)).toEqual({ verdict: 'happened', othersChanged: false })
  })

  test.each([
    ['an order as it was', anOrderWith()],
    ['an order that somebody else changed', anOrderWith({ order_version: 9 })],
    ['an order whose list of bookings is missing', anOrderWith({ order_version: 4, order_bookings: null })],
    [
      'its being gone from a newer order: somebody amended it, and it lives on under another id (rule 155)',
      anOrderWith({
        order_version: 4,
        order_bookings: [aBooking({ product_type_details: [aTicket('T2'), aTicket('T3')] })],
      }),
    ],
    [
      'its booking being gone from a newer order: somebody replaced it (rule 155)',
      anOrderWith({ order_version: 4, order_bookings: [aBooking({ booking_reference: 'B2' })] }),
    ],
    [
      'another ticket of the booking being cancelled',
      anOrderWith({
        order_version: 4,
        order_bookings: [
          aBooking({
            product_type_details: [aTicket('T1'), aTicket('T2', { product_type_status: 'CANCELLED' })],
          }),
        ],
      }),
    ],
    [
      'a status nobody knows (rule 55)',
      anOrderWith({ order_bookings: [aBooking({ booking_status: 'BOOKING_TELEPORTED' })] }),
    ],
  ])('is not seen in %s', (_, now) => {
    expect(evidence(ticket, now)).toEqual({ verdict: 'absent', othersChanged: false })
  })

  test('beside a change of somebody else is still cancelled, and says so', () => {
    expect(evidence(ticket, orderWithoutT1({ order_version: 6 }))).toEqual({
      verdict: 'happened',
      othersChanged: true,
    })
  })

  test('is recognised by an id that came as a number', () => {
    const now = anOrderWith({
      order_version: 4,
      order_bookings: [
        aBooking({
          product_type_details: [
            aTicket('7', { product_type_transaction_id: 7, product_type_status: 'CANCELLED' }),
          ],
        }),
      ],
    })
    expect(evidence({ ...ticket, transactionId: '7' }, now).verdict).toBe('happened')
  })
})

describe('a cancelled booking', () => {
  test('is seen by its status, or by all of its tickets', () => {
    expect(evidence(booking, cancelledBooking).verdict).toBe('happened')
    const allGone = aBooking({
      product_type_details: ['T1', 'T2'].map((id) => aTicket(id, { product_type_status: 'CANCELLED' })),
    })
    expect(evidence(booking, anOrderWith({ order_version: 4, order_bookings: [allGone] })).verdict).toBe(
      'happened',
    )
  })

  test('is not seen by its being gone: somebody replaced it (rule 155)', () => {
    const replaced = anOrderWith({
      order_version: 4,
      order_bookings: [aBooking({ booking_reference: 'B2' })],
    })
    expect(evidence(booking, replaced).verdict).toBe('absent')
  })

  test('is not seen by some of its tickets', () => {
    expect(evidence(booking, orderWithoutT1()).verdict).toBe('absent')
  })
})

describe('a cancelled order', () => {
  test('is seen by its status, or by all of its bookings', () => {
    expect(evidence(whole, anOrderWith({ order_version: 4, order_status: 'ORDER_CANCELLED' })).verdict).toBe(
      'happened',
    )
    expect(evidence(whole, cancelledBooking).verdict).toBe('happened')
  })

  test('is not seen in an order without bookings, or with one left', () => {
    expect(evidence(whole, anOrderWith({ order_version: 4, order_bookings: [] })).verdict).toBe('absent')
    const left = [aBooking({ booking_status: 'BOOKING_CANCELLED' }), aBooking({ booking_reference: 'B2' })]
    expect(evidence(whole, anOrderWith({ order_version: 4, order_bookings: left })).verdict).toBe('absent')
  })

  test('is not seen when the one booking that was not cancelled yet is gone', () => {
    const cancelled = aBooking({ booking_status: 'BOOKING_CANCELLED' })
    const before = anOrderWith({ order_bookings: [cancelled, aBooking({ booking_reference: 'B2' })] })
    const now = anOrderWith({ order_version: 4, order_bookings: [cancelled] })
    expect(evidence(whole, now, { before }).verdict).toBe('absent')
  })
})

describe('a slow supplier (rule 162)', () => {
  test.each([ticket, booking, whole])('is at it: $level', (target) => {
    expect(evidence(target, processing).verdict).toBe('at-supplier')
  })

  test('declined when the booking is confirmed again in a newer order', () => {
    const back = anOrderWith({ order_version: 5 })
    expect(evidence(ticket, back, { accepted: processing }).verdict).toBe('declined')
  })

  test.each([
    ['older than its taking it', 3],
    ['as old as its taking it, which need not have made a version', 4],
    ['of an age nobody knows', null],
  ])('has not declined in a reading %s: a cache may have answered (rule 42)', (_, order_version) => {
    const back = anOrderWith({ order_version })
    expect(evidence(ticket, back, { accepted: processing }).verdict).toBe('absent')
  })
})
