import { orderTickets } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

const line = (label: string, over: Record<string, unknown> = {}) => ({
  product_type: 'ADULT',
  product_type_label: label,
  product_type_count: 1,
  ...over,
})
const order = (...bookings: unknown[]) => ({ order_bookings: bookings })

describe('the tickets of an order', () => {
  it('are counted by label over all bookings', () => {
    const tickets = orderTickets(
      order(
        { product_type_details: [line('Adult'), line('Child')] },
        { product_type_details: [line('Adult')] },
      ),
    )
    expect(tickets).toEqual([
      { label: 'Adult', active: 2, cancelled: 0 },
      { label: 'Child', active: 1, cancelled: 0 },
    ])
  })

  it('count as many as the line says, in digits or as a number', () => {
    const details = [line('Adult', { product_type_count: '2' }), line('Adult', { product_type_count: 3 })]
    expect(orderTickets(order({ product_type_details: details }))[0]?.active).toBe(5)
  })

  it('are told apart from the cancelled ones, of a line or of the whole booking', () => {
    const cancelled = line('Adult', { product_type_status: 'CANCELLED' })
    const tickets = orderTickets(
      order(
        { product_type_details: [line('Adult'), cancelled] },
        { booking_status: 'BOOKING_CANCELLED', product_type_details: [line('Adult')] },
      ),
    )
    expect(tickets).toEqual([{ label: 'Adult', active: 1, cancelled: 2 }])
  })

  it('count once for a combi, whatever its parts list (rule 89)', () => {
    const combi = {
      product_type_details: [line('Adult')],
      product_combi_details: [{ product_type_details: [line('Adult')] }],
    }
    expect(orderTickets(order(combi))).toEqual([{ label: 'Adult', active: 1, cancelled: 0 }])
  })

  it('come from the parts of a bundle whose main booking lists none (rule 93)', () => {
    const bundle = { product_bundle_details: [{ product_type_details: [line('Adult')] }] }
    expect(orderTickets(order(bundle))).toEqual([{ label: 'Adult', active: 1, cancelled: 0 }])
  })

  it('show the kind where no label came, also one that nobody told us about (rule 55)', () => {
    const details = [line('', { product_type: 'ASTRONAUT' }), line('', { product_type: null })]
    expect(orderTickets(order({ product_type_details: details }))).toEqual([
      { label: 'ASTRONAUT', active: 1, cancelled: 0 },
      { label: undefined, active: 1, cancelled: 0 },
    ])
  })
})
