import { readFileSync } from 'node:fs'
import { orderFacts } from '@shared/features/orders'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('the facts of an order', () => {
  it('are all read from the documented example', () => {
    const file = new URL('../../../../data/examples/order.response.json', import.meta.url)
    const facts = orderFacts(JSON.parse(readFileSync(file, 'utf8')).data.order)
    expect(facts).toMatchObject({
      reference: 'ORDRREF123456',
      externalReference: 'EXTERNALREF123',
      version: '1',
      settlement: 'EXTERNAL',
      created: { by: 'Demo Cashier' },
      cancelled: { reason: 'Payment declined' },
      parties: {
        distributor: { id: '501', name: 'Demo Distributor' },
        reseller: { id: '1300' },
        partner: { name: 'Partner Name' },
        merchant: { id: '55201' },
      },
      sendTickets: false,
      promotions: [{ code: 'PROMOCODE_123', title: 'Christmas Sale 2019' }],
      flags: [{ name: 'Stock Code', value: '123BCa1' }],
      customFields: [{ name: 'Custom Field Name', value: 'Custom Field Value' }],
      questions: [{ title: 'First Name', answers: [{ text: 'AIR', kind: 'ADULT' }] }],
      links: { activity: 'https://activity.prioticket.com/orders/ORDRREF123456' },
    })
  })

  it('keep a question that nobody answered, and join the parts of an answer', () => {
    const { questions } = orderFacts({
      order_checkout_fields: [
        { checkout_field_id: 'HOTEL', checkout_field_values: null },
        {
          checkout_field_title: 'Diet',
          checkout_field_values: [{ checkout_field_value: ['vegan', 'no nuts'] }],
        },
        { checkout_field_title: 'Bus', checkout_field_values: [{ checkout_field_value: 'yes' }, {}] },
        {},
      ],
    })
    expect(questions).toEqual([
      { title: 'HOTEL', answers: [] },
      { title: 'Diet', answers: [{ text: 'vegan, no nuts', kind: undefined }] },
      { title: 'Bus', answers: [{ text: 'yes', kind: undefined }] },
    ])
  })

  it('never throw, whatever comes (rules 47, 55)', () => {
    const names = [
      'order_options',
      'order_flags',
      'order_checkout_fields',
      'order_pricing',
      'order_promocodes',
    ]
    const order = fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }))
    fc.assert(
      fc.property(fc.oneof(order, fc.jsonValue()), (value) => {
        expect(() => orderFacts(value)).not.toThrow()
      }),
      { numRuns: 80 },
    )
  })
})
