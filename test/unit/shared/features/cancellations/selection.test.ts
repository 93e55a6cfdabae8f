import { cancelOrder } from '@shared/features/cancellations/cancel-order'
import { orderObstacles, ticketObstacle } from '@shared/features/cancellations/cancellable'
import { ticketsOf } from '@shared/features/cancellations/order-parts'
import {
  emptySelection,
  type Selection,
  selectedParts,
  toSelection,
  toTargets,
} from '@shared/features/cancellations/selection'
import { idText } from '@shared/kernel/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { booking, order, ticket } from '../../../../support/orders'

const ticks = (over: Partial<Selection>): Selection => ({ ...emptySelection, ...over })

describe('what a selection cancels', () => {
  const two = order([booking('B1', [ticket('T1'), ticket('T2')]), booking('B2', [ticket('T3')])])

  test('nothing ticked is nothing cancelled, never the whole order', () => {
    expect(toTargets(two, emptySelection)).toEqual([])
  })

  test('one ticket is one ticket', () => {
    expect(toTargets(two, ticks({ tickets: new Set(['T1']) }))).toEqual([
      { level: 'ticket', bookingReference: 'B1', transactionId: 'T1' },
    ])
  })

  test('all open tickets of a booking are the booking', () => {
    expect(toTargets(two, ticks({ tickets: new Set(['T1', 'T2']) }))).toEqual([
      { level: 'booking', bookingReference: 'B1' },
    ])
  })

  test('every booking ticked stays a list of bookings: only the tick of its own is the whole order (rule 160)', () => {
    const all = toTargets(two, ticks({ bookings: new Set(['B1', 'B2']) }))
    expect(all.map(({ level }) => level)).toEqual(['booking', 'booking'])
    expect(toTargets(two, ticks({ whole: true }))).toEqual([{ level: 'order' }])
  })

  test('a whole order with a booking that cannot be cancelled becomes no request at all (rule 159)', () => {
    const mixed = order([
      booking('B1', [ticket('T1')]),
      booking('B2', [ticket('T2')], { product_cancellation_allowed: false }),
    ])
    expect(orderObstacles(mixed).map(({ obstacle }) => obstacle)).toEqual(['NOT_ALLOWED'])
    expect(toTargets(mixed, ticks({ whole: true }))).toEqual([])
    expect(toTargets(mixed, ticks({ bookings: new Set(['B1', 'B2']) }))).toEqual([
      { level: 'booking', bookingReference: 'B1' },
    ])
  })

  test('a combi goes only as a whole (rule 89)', () => {
    const combi = booking('B1', [ticket('T1'), ticket('T2')], { product_combi_details: [{}, {}] })
    expect(ticketObstacle(combi, ticket('T1'))).toBe('COMBI_AS_A_WHOLE')
    expect(toTargets(order([combi]), ticks({ tickets: new Set(['T1']) }))).toEqual([])
    expect(toTargets(order([combi]), ticks({ bookings: new Set(['B1']) }))).toEqual([
      { level: 'booking', bookingReference: 'B1' },
    ])
  })

  test('a main product takes its add-ons along, before itself; an add-on goes alone (rule 96)', () => {
    const both = order([
      booking('MAIN', [ticket('T1')]),
      booking('EXTRA', [ticket('T2')], { booking_addon_reference: 'MAIN' }),
    ])
    expect(toTargets(both, ticks({ bookings: new Set(['MAIN']) }))).toEqual([
      { level: 'booking', bookingReference: 'EXTRA' },
      { level: 'booking', bookingReference: 'MAIN' },
    ])
    expect(toTargets(both, ticks({ bookings: new Set(['EXTRA']) }))).toEqual([
      { level: 'booking', bookingReference: 'EXTRA' },
    ])
  })

  test.each([
    ['redeemed', { product_type_redemption_status: 'REDEEMED' }],
    ['cancelled', { product_type_status: 'CANCELLED' }],
    ['without a transaction id', { product_type_transaction_id: null }],
  ])('a ticket that is %s is left out', (_, over) => {
    const one = order([booking('B1', [ticket('T1', over), ticket('T2')])])
    expect(toTargets(one, ticks({ tickets: new Set(['T1']) }))).toEqual([])
  })

  test('tickets inside a bundle can go one by one (rule 93)', () => {
    const bundle = booking('B1', [], {
      product_bundle_details: [{ product_type_details: [ticket('T1'), ticket('T2')] }],
    })
    expect(toTargets(order([bundle]), ticks({ tickets: new Set(['T2']) }))).toEqual([
      { level: 'ticket', bookingReference: 'B1', transactionId: 'T2' },
    ])
  })

  test('for any order and any ticks: only what is ticked, an add-on of it, and nothing that cannot go', () => {
    const id = fc.constantFrom('T1', 'T2', 'T3', 'T4')
    const lines = fc.uniqueArray(fc.record({ id, redeemed: fc.boolean(), cancelled: fc.boolean() }), {
      selector: (line) => line.id,
      maxLength: 4,
    })
    const bookings = fc.record({ allowed: fc.option(fc.boolean()), combi: fc.boolean(), lines })
    fc.assert(
      fc.property(fc.array(bookings, { maxLength: 3 }), fc.uniqueArray(id), (shapes, chosen) => {
        const subject = order(
          shapes.map((shape, i) =>
            booking(
              `B${i}`,
              shape.lines.map((line) =>
                ticket(`${i}${line.id}`, {
                  product_type_status: line.cancelled ? 'CANCELLED' : 'CONFIRMED',
                  product_type_redemption_status: line.redeemed ? 'REDEEMED' : 'PENDING',
                }),
              ),
              { product_cancellation_allowed: shape.allowed, product_combi_details: shape.combi ? [{}] : [] },
            ),
          ),
        )
        const ticked = new Set(chosen.map((one) => `0${one}`))
        for (const target of toTargets(subject, ticks({ tickets: ticked }))) {
          expect(target.level).not.toBe('order')
          expect(target).toMatchObject({ bookingReference: 'B0' })
        }
        for (const part of selectedParts(subject, ticks({ tickets: ticked }))) {
          expect(part.tickets.every((one) => ticked.has(idText(one.product_type_transaction_id) ?? ''))).toBe(
            true,
          )
          expect(ticketsOf(part.booking).length).toBeGreaterThanOrEqual(part.tickets.length)
        }
      }),
    )
  })
})

test('targets lead back to a selection of the same tickets, so that both sides estimate the same', () => {
  const picked = fc.record({
    whole: fc.boolean(),
    bookings: fc.subarray(['B0', 'B1', 'B2']),
    tickets: fc.subarray(['0a', '0b', '1a', '1b', '2a']),
    addOn: fc.boolean(),
  })
  fc.assert(
    fc.property(picked, ({ whole, bookings, tickets, addOn }) => {
      const subject = order([
        booking('B0', [ticket('0a'), ticket('0b')]),
        booking('B1', [ticket('1a'), ticket('1b')]),
        booking('B2', [ticket('2a')], addOn ? { booking_addon_reference: 'B0' } : {}),
      ])
      const selection = { whole, bookings: new Set(bookings), tickets: new Set(tickets) }
      const gone = (one: Selection) =>
        selectedParts(subject, one)
          .flatMap((part) => part.tickets.map((line) => `${part.level} ${line.product_type_transaction_id}`))
          .sort()
      expect(gone(toSelection(toTargets(subject, selection)))).toEqual(gone(selection))
    }),
  )
})

describe('the command', () => {
  const input = {
    profile: 'sandbox',
    order: 'ORDRREF123456',
    refundToGuest: true,
    reason: 'Guest is ill',
    seen: { orderVersion: 1, priceTotal: '40.00' },
  }

  test.each([
    ['no target', []],
    ['an empty booking reference', [{ level: 'booking', bookingReference: '' }]],
    [
      'the whole order beside a part of it',
      [{ level: 'order' }, { level: 'booking', bookingReference: 'B1' }],
    ],
  ])('is refused with %s', (_, targets) => {
    expect(cancelOrder.input.safeParse({ ...input, targets }).success).toBe(false)
  })

  test('has no preselected refund: leaving it out is refused', () => {
    const { refundToGuest: _, ...rest } = input
    expect(cancelOrder.input.safeParse({ ...rest, targets: [{ level: 'order' }] }).success).toBe(false)
  })
})
