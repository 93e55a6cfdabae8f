import { diffOrder } from '@shared/features/orders'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ticket = (id: string, over: object = {}) => ({
  product_type_transaction_id: id,
  product_type_label: 'Adult',
  product_type_status: 'CONFIRMED',
  ...over,
})
const booking = (reference: string, over: object = {}) => ({
  booking_reference: reference,
  product_title: 'Evening cruise',
  ...over,
})

/** Changes as lines: `order_bookings[Evening cruise B1] / booking_status: A → B`. */
const lines = (before: object, after: object) =>
  diffOrder(before, after).map(({ path, kind, before: was, after: is }) => {
    const where = path
      .map(({ field, entry }) =>
        entry === undefined ? field : `${field}[${entry.map(({ value }) => value).join(' ')}]`,
      )
      .join(' / ')
    return `${kind} ${where}: ${was ?? '·'} → ${is ?? '·'}`
  })

describe('what changed between two versions of an order', () => {
  it('is nothing between an order and itself', () => {
    const order = { order_status: 'ORDER_CONFIRMED', order_bookings: [booking('B1', { x: [1, { y: 2 }] })] }
    expect(diffOrder(order, structuredClone(order))).toEqual([])
  })

  it('names the booking and the ticket that a change belongs to', () => {
    expect(
      lines(
        { order_bookings: [booking('B1', { product_type_details: [ticket('T1'), ticket('T2')] })] },
        {
          order_bookings: [
            booking('B1', {
              product_type_details: [ticket('T2', { product_type_status: 'CANCELLED' }), ticket('T1')],
            }),
          ],
        },
      ),
    ).toEqual([
      'changed order_bookings[Evening cruise B1] / product_type_details[Adult T2] / product_type_status: CONFIRMED → CANCELLED',
    ])
  })

  it('takes another order of a list for no change', () => {
    const [one, two] = [booking('B1'), booking('B2')]
    expect(diffOrder({ order_bookings: [one, two] }, { order_bookings: [two, one] })).toEqual([])
  })

  it('shows what came and what went once, by its label', () => {
    expect(lines({ order_bookings: [booking('B1')] }, { order_bookings: [booking('B2')] })).toEqual([
      'removed order_bookings[Evening cruise B1]: · → ·',
      'added order_bookings[Evening cruise B2]: · → ·',
    ])
  })

  it('takes missing, null and empty for the same (rule 47)', () => {
    expect(
      diffOrder(
        { order_notes: [], order_partner_id: null, order_options: { email_options: {} } },
        { order_partner_id: '', order_flags: null },
      ),
    ).toEqual([])
  })

  it('shows amounts to the digit they were sent with', () => {
    expect(
      lines({ order_pricing: { price_total: '54.00' } }, { order_pricing: { price_total: '42.930' } }),
    ).toEqual(['changed order_pricing / price_total: 54.00 → 42.930'])
  })

  it('leaves out what differs between any two versions', () => {
    expect(
      diffOrder(
        { order_version: 1, order_modified: 'a', order_bookings: [booking('B1', { booking_version: 1 })] },
        { order_version: 2, order_modified: 'b', order_bookings: [booking('B1', { booking_version: 2 })] },
      ),
    ).toEqual([])
  })

  it('matches entries that are named alike by their place among each other', () => {
    const fees = (...amounts: string[]) => ({
      order_pricing: { price_fees: amounts.map((fee_amount) => ({ fee_type: 'SERVICE', fee_amount })) },
    })
    expect(lines(fees('1.00', '2.00'), fees('1.00', '3.00', '4.00'))).toEqual([
      'changed order_pricing / price_fees[SERVICE] / fee_amount: 2.00 → 3.00',
      'added order_pricing / price_fees[SERVICE]: · → ·',
    ])
  })

  it('shows the values of a plain list that came and went', () => {
    const field = (...answers: string[]) => ({
      order_checkout_fields: [{ checkout_field_id: 'F1', checkout_field_title: 'Hotel', answers }],
    })
    expect(lines(field('AIR', 'SEA'), field('SEA', 'RAIL'))).toEqual([
      'removed order_checkout_fields[Hotel] / answers[]: AIR → ·',
      'added order_checkout_fields[Hotel] / answers[]: · → RAIL',
    ])
  })

  it('copes with a value of another type than before', () => {
    expect(lines({ order_flags: 'none' }, { order_flags: [{ flag_id: '1' }] })).toEqual([
      'changed order_flags: none → [{"flag_id":"1"}]',
    ])
    expect(lines({ order_version_note: true }, { order_version_note: 'yes' })).toEqual([
      'changed order_version_note: true → yes',
    ])
  })

  it('finds no difference between equals, finds one between others, and never throws (rule 55)', () => {
    const order = fc.dictionary(
      fc.constantFrom('order_bookings', 'order_notes', 'a', 'b'),
      fc.jsonValue({ maxDepth: 3 }),
    )
    fc.assert(
      fc.property(order, order, (one, other) => {
        expect(diffOrder(one, structuredClone(one))).toEqual([])
        expect(() => diffOrder(one, other)).not.toThrow()
      }),
      { numRuns: 80 },
    )
  })
})
