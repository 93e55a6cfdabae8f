import { paymentMailObstacle, paymentMailRecipient } from '@shared/features/payments'
import { describe, expect, test } from 'vitest'

const contact = (type: string, email?: string) => ({ contact_type: type, contact_email: email ?? null })
const order = (contacts: readonly object[] | undefined, change: object = {}) => ({
  order_settlement_type: 'DIRECT',
  order_pricing: { price_total: '100.00' },
  order_bookings: [{ product_currency_code: 'EUR' }],
  order_contacts: contacts,
  ...change,
})

describe('the one who is asked to pay (rule 178)', () => {
  test.each([
    ['the first PAYMENT contact', ['BOOKER', 'PAYMENT', 'PAYMENT'], 1],
    ['else the first BOOKER', ['CONTACT', 'GUEST', 'BOOKER', 'BOOKER'], 2],
    ['else the first CONTACT', ['GUEST', 'CONTACT'], 1],
    ['else the first of all', ['GUEST', 'GUEST'], 0],
  ])('is %s', (_, types, at) => {
    const contacts = types.map((type, index) => contact(type, `${index}@example.com`))
    expect(paymentMailRecipient(order(contacts))).toMatchObject({
      email: `${at}@example.com`,
      type: types[at],
    })
  })

  test.each([
    [
      'without an address, although another one has one',
      [contact('PAYMENT'), contact('BOOKER', 'b@example.com')],
    ],
    ['missing', []],
    ['not there at all', undefined],
  ])('is nobody when the contact is %s', (_, contacts) => {
    expect(paymentMailRecipient(order(contacts))).toBeUndefined()
    expect(paymentMailObstacle(order(contacts))).toBe('NO_RECIPIENT')
  })
})

const booker = [contact('BOOKER', 'b@example.com')]

test('nothing stands in the way of asking for what is due', () => {
  expect(paymentMailObstacle(order(booker))).toBeUndefined()
})

test.each<[string, object, string]>([
  ['the order is cancelled', { order_status: 'ORDER_CANCELLED' }, 'ORDER_CANCELLED'],
  ['it costs nothing (rule 181)', { order_pricing: { price_total: '0.00' } }, 'NOTHING_DUE'],
  ...['EXTERNAL', 'VENUE', 'INVOICE', undefined].map((settlement): [string, object, string] => [
    `it is settled as ${settlement} (rules 172, 173)`,
    { order_settlement_type: settlement },
    'SETTLED_OUTSIDE',
  ]),
])('nobody is asked when %s', (_, change, obstacle) => {
  expect(paymentMailObstacle(order(booker, change))).toBe(obstacle)
})

test('what is due but unclear does not stand in the way: the server knows', () => {
  expect(paymentMailObstacle(order(booker, { order_pricing: null }))).toBeUndefined()
})
