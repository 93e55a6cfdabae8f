import { type OrderBooking, orderBookings } from '@shared/features/orders'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

interface Shape {
  readonly [name: string]: readonly Shape[]
}

/** Titles with the parts below them: `[{ Cruise: [{ Lunch: [] }] }]`. */
const shape = (order_bookings: unknown): Shape[] => {
  const of = (nodes: readonly OrderBooking[]): Shape[] =>
    nodes.map((node) => ({ [`${node.role} ${node.title ?? node.reference}`]: of(node.parts) }))
  return of(orderBookings({ order_bookings }))
}
const booking = (reference: string, over: object = {}) => ({
  booking_reference: reference,
  product_title: reference,
  ...over,
})

describe('the bookings of an order as a tree', () => {
  it('puts combi and bundle parts under their booking (rules 89, 93)', () => {
    expect(
      shape([
        booking('CARD', { product_combi_details: [booking('MUSEUM'), booking('CRUISE')] }),
        booking('PAIR', { product_bundle_details: [booking('TOWER')] }),
      ]),
    ).toEqual([
      { 'main CARD': [{ 'combi MUSEUM': [] }, { 'combi CRUISE': [] }] },
      { 'main PAIR': [{ 'bundle TOWER': [] }] },
    ])
  })

  it('puts an add-on under its main booking, whichever of the two names the other (rule 96)', () => {
    const listed = booking('MAIN1', { product_addon_details: [{ booking_reference: 'ADDON1' }] })
    expect(
      shape([
        booking('ADDON2', { booking_addon_reference: 'MAIN2' }),
        listed,
        booking('ADDON1'),
        booking('MAIN2'),
      ]),
    ).toEqual([{ 'main MAIN1': [{ 'addOn ADDON1': [] }] }, { 'main MAIN2': [{ 'addOn ADDON2': [] }] }])
  })

  it('shows an add-on of another order as far as it is known', () => {
    const [main] = orderBookings({
      order_bookings: [
        booking('MAIN', {
          product_addon_details: [
            { booking_reference: 'ELSEWHERE', booking_order_reference: 'OTHER123', product_title: 'Lunch' },
          ],
        }),
      ],
    })
    expect(main?.parts).toMatchObject([{ role: 'addOn', otherOrder: 'OTHER123', title: 'Lunch' }])
  })

  it('keeps bookings that name each other as add-ons on the page', () => {
    expect(
      shape([
        booking('A', { booking_addon_reference: 'B' }),
        booking('B', { booking_addon_reference: 'A' }),
        booking('SELF', { booking_addon_reference: 'SELF' }),
      ]),
    ).toEqual([{ 'main B': [{ 'addOn A': [] }] }, { 'main SELF': [] }])
  })

  it('shows every booking exactly once, however they refer to each other', () => {
    const references = fc.constantFrom('A', 'B', 'C', 'D', undefined)
    const bookings = fc.array(
      fc.record({
        booking_reference: references,
        booking_addon_reference: references,
        product_addon_details: fc.array(fc.record({ booking_reference: references }), { maxLength: 2 }),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(bookings, (order_bookings) => {
        const tree = orderBookings({ order_bookings })
        const flat = (nodes: readonly OrderBooking[]): unknown[] =>
          nodes.flatMap((node) => [node.source, ...flat(node.parts)])
        const shown = flat(tree)
        for (const each of order_bookings) expect(shown.filter((other) => other === each)).toHaveLength(1)
      }),
    )
  })
})

describe('a booking', () => {
  it('takes the slot before the travel date, and knows when only the day counts (rules 84, 87)', () => {
    const [slot, day] = orderBookings({
      order_bookings: [
        {
          booking_travel_date: '2026-06-01T00:00:00+02:00',
          product_availability_from_date_time: '2026-06-01T10:00:00+02:00',
          product_availability_to_date_time: '2026-06-01T11:30:00+02:00',
          product_admission_type: 'TIME_SLOT',
        },
        { booking_travel_date: '2026-06-02T00:00:00+02:00', product_admission_type: 'TIME_DATE' },
      ],
    })
    expect(slot?.travel).toMatchObject({
      from: '2026-06-01T10:00:00+02:00',
      to: '2026-06-01T11:30:00+02:00',
      dateOnly: false,
    })
    expect(day?.travel).toMatchObject({ from: '2026-06-02T00:00:00+02:00', to: undefined, dateOnly: true })
  })

  it('holds tickets with seats, pass and price', () => {
    const [booking] = orderBookings({
      order_bookings: [
        {
          product_type_details: [
            {
              product_type: 'ADULT',
              product_type_transaction_id: 159118380521834,
              product_type_count: '2',
              product_type_spots: [{ spot_row: 'F', spot_number: 5 }, {}],
              product_type_pricing: { price_total: 12.5, price_fees: [{ fee_amount: '0.50' }, null] },
              product_type_pass_details: {
                pass_code: 'PASS1',
                pass_redemptions: [{ pass_redemption_user_email: 'gate@example.com' }],
              },
            },
          ],
        },
      ],
    })
    expect(booking?.tickets).toMatchObject([
      {
        label: 'ADULT',
        transactionId: '159118380521834',
        count: 2,
        seats: [{ row: 'F', number: '5' }],
        price: { total: '12.5', fees: [{ amount: '0.50', included: undefined }] },
        pass: { code: 'PASS1', scans: [{ by: 'gate@example.com' }] },
      },
    ])
  })

  it('never throws, whatever comes (rules 47, 55)', () => {
    const value = fc.oneof(
      fc.constantFrom(null, undefined, '', 0, [], {}, 'text', true),
      fc.jsonValue({ maxDepth: 2 }),
    )
    const fields = [
      'booking_reference',
      'booking_pricing',
      'booking_notes',
      'product_type_details',
      'product_combi_details',
      'product_addon_details',
      'product_pickup_point',
      'product_code_settings',
    ]
    const odd = fc.record(Object.fromEntries(fields.map((field) => [field, value])))
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.oneof(odd, value)), value), (order_bookings) => {
        expect(() => orderBookings({ order_bookings })).not.toThrow()
      }),
      { numRuns: 60 },
    )
  })
})
