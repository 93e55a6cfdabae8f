import { orderGuest } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

const contact = (type: string | undefined, first: string, email?: string) => ({
  contact_type: type,
  contact_name_first: first,
  contact_name_last: 'Okafor',
  contact_email: email,
})

describe('the guest of an order', () => {
  it('is the BOOKER, wherever that contact stands in the list (rule 193)', () => {
    const order = { order_contacts: [contact('GUEST', 'Ben'), contact('BOOKER', 'Amara', 'a@example.com')] }
    expect(orderGuest(order)).toEqual({ name: 'Amara Okafor', email: 'a@example.com' })
  })

  it('is the first CONTACT without a BOOKER, and else the first in the list (rule 192)', () => {
    const guest = contact('GUEST', 'Ben')
    expect(orderGuest({ order_contacts: [guest, contact('CONTACT', 'Cleo')] }).name).toBe('Cleo Okafor')
    expect(orderGuest({ order_contacts: [guest, contact('AGENT', 'Dan')] }).name).toBe('Ben Okafor')
  })

  it('passes over a contact that says nothing', () => {
    const order = { order_contacts: [{ contact_type: 'BOOKER' }, null, contact('GUEST', 'Ben')] }
    expect(orderGuest(order).name).toBe('Ben Okafor')
  })

  it('takes half a name, or the company where no person is named', () => {
    expect(orderGuest({ order_contacts: [{ contact_name_last: '王' }] }).name).toBe('王')
    const company = { contact_company: { company_name: 'Canal Tours BV' } }
    expect(orderGuest({ order_contacts: [company] }).name).toBe('Canal Tours BV')
  })
})
