import { orderContacts } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

const [contact] = orderContacts({
  order_contacts: [
    {
      contact_type: 'BOOKER',
      contact_name_first: 'Amara',
      contact_name_last: 'Okafor',
      contact_phone: '+31 6 12345678',
      contact_email: '',
      contact_age: 34,
      contact_company: { company_tax_number: 'NL0012' },
      contact_address: { city: 'Amsterdam', country_code: null },
      contact_pet: { name: 'Rex' },
      contact_vip: true,
      contact_notes: [{ note_value: 'Wheelchair' }],
      contact_custom_fields: [{ custom_field_name: 'Diet', custom_field_value: 'vegan' }, {}],
    },
    null,
    {},
  ],
})

describe('the contacts of an order', () => {
  it('show every field that came with a value, in its group, as sent', () => {
    expect(contact?.fields).toEqual([
      { group: 'person', name: 'contact_name_first', value: 'Amara' },
      { group: 'person', name: 'contact_name_last', value: 'Okafor' },
      { group: 'reach', name: 'contact_phone', value: '+31 6 12345678' },
      { group: 'person', name: 'contact_age', value: '34' },
      { group: 'other', name: 'contact_pet', value: '{"name":"Rex"}' },
      { group: 'other', name: 'contact_vip', value: 'true' },
      { group: 'company', name: 'company_tax_number', value: 'NL0012' },
      { group: 'address', name: 'city', value: 'Amsterdam' },
    ])
  })

  it('keep notes and custom fields apart', () => {
    expect(contact).toMatchObject({
      type: 'BOOKER',
      name: 'Amara Okafor',
      notes: [{ text: 'Wheelchair' }],
      customFields: [{ name: 'Diet', value: 'vegan' }],
    })
  })

  it('leave out entries that hold nothing', () => {
    expect(orderContacts({ order_contacts: [null, {}, 'x', { contact_type: 'GUEST' }] })).toHaveLength(1)
    expect([orderContacts(null), orderContacts({ order_contacts: 'none' })]).toEqual([[], []])
  })

  it('are not misled by names of the language itself', () => {
    const odd = orderContacts({ order_contacts: [JSON.parse('{"constructor":"x","toString":"y"}')] })
    expect(odd[0]?.fields.map(({ group }) => group)).toEqual(['other', 'other'])
  })
})
