import { toOrderRow } from '@shared/features/orders'
import { orderRowSchema } from '@shared/features/orders/order-row'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const reference = 'PRI8841203977'
const row = (order: Record<string, unknown>) => {
  const result = toOrderRow({ order_reference: reference, ...order })
  if (!result) throw new Error('no row')
  return result
}

describe('the row of an order', () => {
  it('holds the reference alone when nothing else came (rule 47)', () => {
    expect(row({})).toEqual({
      reference,
      bookingStatuses: [],
      guest: {},
      travel: [],
      products: [],
      suppliers: [],
      tickets: [],
      currency: { kind: 'none' },
      payment: 'unknown',
    })
  })

  it('treats missing, null and empty alike (rule 47)', () => {
    const fields = [
      'order_external_reference',
      'order_status',
      'order_contacts',
      'order_created',
      'order_pricing',
      'order_payments',
      'order_bookings',
      'order_channel',
      'order_version',
    ]
    const all = (value: unknown) => row(Object.fromEntries(fields.map((field) => [field, value])))
    expect(all(null)).toEqual(row({}))
    expect(all('')).toEqual(row({}))
    expect(all([])).toEqual(row({}))
  })

  it('keeps amounts and ids digit by digit, also when they came as numbers', () => {
    const result = row({ order_external_reference: 77120, order_pricing: { price_total: '1234567890.10' } })
    expect(result.externalReference).toBe('77120')
    expect(result.total).toBe('1234567890.10')
  })

  it('passes unknown statuses and channels through as sent (rule 55)', () => {
    const result = row({ order_status: 'ORDER_TELEPORTED', order_channel: 'HOLOGRAM' })
    expect(result).toMatchObject({ status: 'ORDER_TELEPORTED', channel: 'HOLOGRAM' })
  })

  it('lists products and suppliers once each, in the order of the bookings', () => {
    const booking = (title: string, supplier: string) => ({
      product_title: title,
      product_supplier_name: supplier,
    })
    const result = row({
      order_bookings: [booking('Cruise', 'Stromma'), booking('Museum', 'City'), booking('Cruise', 'Stromma')],
    })
    expect(result.products).toEqual(['Cruise', 'Museum'])
    expect(result.suppliers).toEqual(['Stromma', 'City'])
  })

  it('gives no row for what has no reference, for nothing can be done with it', () => {
    for (const order of [{}, { order_reference: null }, { order_reference: ' ' }, null, 'text', 7, []]) {
      expect(toOrderRow(order)).toBeUndefined()
    }
  })

  it('reads any JSON without throwing, and what it answers fits the contract', () => {
    const keys = [
      'order_contacts',
      'order_bookings',
      'order_payments',
      'order_pricing',
      'order_status',
      'order_version',
      'product_type_details',
      'product_type_count',
      'product_currency_code',
      'booking_travel_date',
      'payment_amount',
      'price_total',
      'contact_name_first',
    ]
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, '', '2', '-1.50', 'ADULT', 'EUR', '2026-06-01T10:00:00+02:00', 3, -1, 1e21),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('json')),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), json), (order) => {
        expect(orderRowSchema.safeParse(row(order)).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
