import { matchesSearch, planSearch, searchKinds } from '@shared/features/orders'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const first = (typed: string) => planSearch(typed)?.kinds[0]

describe('the quick search', () => {
  it.each([
    ['PRI8841203977', 'orderReference'],
    ['ORDRREF123456', 'orderReference'],
    ['1539762088951995', 'ticketCode'],
    ['BK-77120', 'orderReference'],
    ['BK-771', 'externalReference'],
    ['amara@example.com', 'email'],
    ['Okafor', 'name'],
    ['Amara Okafor', 'name'],
    ['李小龍', 'name'],
    ["O'Brien", 'name'],
    ['Anne-Marie', 'name'],
    ['OKAFOR', 'name'],
    ['Featherstonehaugh', 'name'],
    ['ABCDEFGHJK', 'orderReference'],
    ['DEMO-COMBI', 'externalReference'],
    ['Evening cruise 2', 'text'],
    ['+31 6 1234 5678', 'text'],
    ['Oka*', 'text'],
  ])('takes %j for %s', (typed, kind) => {
    expect(first(typed)).toBe(kind)
  })

  it('asks for every kind that a reference can be, the full text last', () => {
    expect(planSearch('PRI8841203977')?.ask).toEqual([
      'order_reference',
      'booking_reference',
      'order_external_reference',
      'booking_external_reference',
      'product_type_code',
      'order_search_query',
    ])
  })

  it('asks for a long word in capitals as a reference and as a name', () => {
    expect(planSearch('ABCDEFGHJK')?.ask).toEqual([
      'order_reference',
      'booking_reference',
      'order_external_reference',
      'booking_external_reference',
      'product_type_code',
      'order_contact_name',
      'order_search_query',
    ])
  })

  it('does not ask what the API refuses for short values', () => {
    expect(planSearch('A1B2')?.ask).toEqual([
      'order_external_reference',
      'booking_external_reference',
      'order_search_query',
    ])
    expect(planSearch('A1B2', 'orderReference')).toBeUndefined()
  })

  it('asks only what the person chose', () => {
    expect(planSearch('PRI8841203977', 'ticketCode')?.ask).toEqual(['product_type_code'])
  })

  it('does not ask for one or two characters', () => {
    expect(planSearch(' ab ')).toBeUndefined()
  })

  it('never fails, never asks twice for the same, and keeps the typed text but for its blanks', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(undefined, ...searchKinds), (typed, chosen) => {
        const plan = planSearch(typed, chosen)
        if (!plan) return
        expect(new Set(plan.ask).size).toBe(plan.ask.length)
        expect(plan.text.replace(/\s/g, '')).toBe(typed.replace(/\s/g, ''))
      }),
    )
  })
})

describe('an answer to a search', () => {
  const order = {
    order_reference: 'PRI8841203977',
    order_contacts: [{ contact_email: 'Amara@Example.com' }],
    order_bookings: [
      {
        booking_reference: 'BKNG00000001',
        product_type_details: [{ product_type_code: '1539762088951995' }],
        product_combi_details: [{ product_type_details: [{ product_type_code: '42424242' }] }],
      },
    ],
  }

  it('is believed when the order holds what was looked for', () => {
    expect(matchesSearch('order_reference', 'PRI8841203977', order)).toBe(true)
    expect(matchesSearch('booking_reference', 'BKNG00000001', order)).toBe(true)
    expect(matchesSearch('product_type_code', '42424242', order)).toBe(true)
    expect(matchesSearch('order_contact_email', 'amara@example.com', order)).toBe(true)
  })

  it('is not believed when it does not: the server ignored the parameter', () => {
    expect(matchesSearch('order_reference', 'PRI0000000000', order)).toBe(false)
    expect(matchesSearch('order_contact_email', 'ben@example.com', order)).toBe(false)
    expect(matchesSearch('product_type_code', '1539762088951995', {})).toBe(false)
  })

  it('is left to the API for names and full text, which it alone can judge', () => {
    expect(matchesSearch('order_contact_name', 'Okafor', {})).toBe(true)
    expect(matchesSearch('order_search_query', 'Oka*', {})).toBe(true)
  })
})
