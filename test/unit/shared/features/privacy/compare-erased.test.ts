import { personalFields, stillHeld } from '@shared/features/privacy'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const order = {
  order_reference: 'PRI88412039',
  order_contacts: [
    {
      contact_type: 'BOOKER',
      contact_version: 3,
      contact_name_first: 'Noor',
      contact_name_last: 'de Vries',
      contact_email: 'noor@vries.example',
      contact_phone: '+31612345678',
      contact_passport: 'NXA77B21',
      contact_age: 41,
      contact_company: { company_name: 'Vries BV' },
      contact_address: { street: 'Amstel 1', country_code: 'NL' },
      contact_notes: [{ note_value: 'Allergic to nuts', note_creator_user_email: 'desk@tours.example' }],
      contact_custom_fields: [{ custom_field_name: 'room', custom_field_value: '523' }],
      something_new: 'unknown to us',
    },
  ],
  order_notes: [{ note_value: 'Brings a wheelchair' }],
  order_custom_fields: [{ custom_field_name: 'k', custom_field_value: 'v-value' }],
  order_checkout_fields: [
    { checkout_field_title: 'Name', checkout_field_values: [{ checkout_field_value: ['Noor'] }] },
  ],
  order_payments: [
    {
      payment_external_reference: 'shopper-1',
      payment_contact: { contact_email: 'payer@vries.example' },
      payment_notes: [{ note_value: 'paid late' }],
      payment_gateway_details: {
        payment_gateway_additional_values: { psp_shopper_name: 'N de Vries', psp_score: 63 },
      },
    },
  ],
  order_bookings: [
    {
      booking_notes: [{ note_value: 'window seat' }],
      product_combi_details: [{ booking_notes: [{ note_value: 'aisle' }] }],
    },
  ],
  order_event_details: [{ event_note: 'Created' }],
}

type Tree = Record<string, unknown>
const at = (pointer: string) => pointer.split('/').slice(1)
function put(document: unknown, pointer: string, value: unknown): void {
  const path = at(pointer)
  const last = path.pop() as string
  const holder = path.reduce<unknown>((inner, step) => (inner as Tree)[step], document) as Tree
  holder[last] = value
}

/** The order with tokens in place of everything personal, but for one field. */
function erasedBut(kept: string | undefined) {
  const copy = structuredClone(order)
  for (const [index, { pointer }] of personalFields(order).entries()) {
    if (pointer !== kept) put(copy, pointer, `token-${index}`)
  }
  return copy
}

const fields = personalFields(order)

test('personal fields are everything that contacts, notes, answers, custom fields and payers hold', () => {
  expect(fields.map(({ pointer }) => pointer)).toEqual([
    '/order_contacts/0/contact_name_first',
    '/order_contacts/0/contact_name_last',
    '/order_contacts/0/contact_email',
    '/order_contacts/0/contact_phone',
    '/order_contacts/0/contact_passport',
    '/order_contacts/0/contact_age',
    '/order_contacts/0/contact_company/company_name',
    '/order_contacts/0/contact_address/street',
    '/order_contacts/0/contact_address/country_code',
    '/order_contacts/0/contact_notes/0/note_value',
    '/order_contacts/0/contact_custom_fields/0/custom_field_value',
    '/order_contacts/0/something_new',
    '/order_notes/0/note_value',
    '/order_custom_fields/0/custom_field_value',
    '/order_checkout_fields/0/checkout_field_values/0/checkout_field_value/0',
    '/order_payments/0/payment_external_reference',
    '/order_payments/0/payment_contact/contact_email',
    '/order_payments/0/payment_notes/0/note_value',
    '/order_payments/0/payment_gateway_details/payment_gateway_additional_values/psp_shopper_name',
    '/order_payments/0/payment_gateway_details/payment_gateway_additional_values/psp_score',
    '/order_bookings/0/booking_notes/0/note_value',
    '/order_bookings/0/product_combi_details/0/booking_notes/0/note_value',
  ])
})

test('an answer within a list is told by the name of the list', () => {
  expect(fields.find(({ pointer }) => pointer.endsWith('checkout_field_value/0'))?.field).toBe(
    'checkout_field_value',
  )
})

describe('what still holds what it held', () => {
  test('nothing, once tokens stand everywhere', () => {
    expect(stillHeld(fields, erasedBut(undefined))).toEqual([])
  })

  test.each(fields.map(({ pointer, field }) => [pointer, field]))(
    '%s alone, if it is left',
    (pointer, field) => {
      const left = stillHeld(fields, erasedBut(pointer))
      expect(left).toContainEqual({ field, pointer, how: 'kept' })
    },
  )

  test('an entry that moved to another place of its list', () => {
    const moved = erasedBut('/order_notes/0/note_value')
    Object.assign(moved, { order_notes: [{ note_value: 'new' }, ...moved.order_notes] })
    expect(stillHeld(fields, moved)).toEqual([
      { field: 'note_value', pointer: '/order_notes/1/note_value', how: 'kept' },
    ])
  })

  test.each([
    ['an address', 'written by noor@vries.example'],
    ['a number', 'call 0031 6 1234 5678'],
    ['a passport', 'document NXA77B21'],
    ['a full name', 'for DE VRIES, Noor'],
  ])('%s in a field that is no personal one', (_what, text) => {
    const after = erasedBut(undefined)
    after.order_event_details = [{ event_note: text }]
    expect(stillHeld(fields, after)).toEqual([
      { field: 'event_note', pointer: '/order_event_details/0/event_note', how: 'elsewhere' },
    ])
  })

  test('an address within a note that was written otherwise since', () => {
    const after = erasedBut(undefined)
    put(after, '/order_notes/0/note_value', 'mail noor@vries.example')
    expect(stillHeld(fields, after)).toEqual([
      { field: 'note_value', pointer: '/order_notes/0/note_value', how: 'kept' },
    ])
  })

  test('any one value that is planted in a personal field is told, whatever it is', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 }).filter((value) => value.trim() !== '')
    fc.assert(
      fc.property(text, fc.constantFrom(...fields), (value, { pointer, field }) => {
        const before = structuredClone(order)
        put(before, pointer, value)
        const after = erasedBut(undefined)
        put(after, pointer, value)
        expect(stillHeld(personalFields(before), after)).toContainEqual({ field, pointer, how: 'kept' })
      }),
      { numRuns: 300 },
    )
  })

  test('never with its value', () => {
    expect(JSON.stringify(stillHeld(fields, order))).not.toMatch(/vries\.example|NXA77B21|wheelchair/)
  })
})

test('what an earlier erasure left in no personal field is looked for by its field, not only by what tells the person', () => {
  const before = [{ pointer: '/pickup', field: 'pickup_note', value: 'Room 1187', elsewhere: true as const }]
  expect(stillHeld(before, { pickup_note: 'Room 1187' })).toEqual([
    { field: 'pickup_note', pointer: '/pickup_note', how: 'elsewhere' },
  ])
  expect(stillHeld(before, { pickup_note: 'Quay 3', other: 'Room 1187' })).toEqual([])
})
