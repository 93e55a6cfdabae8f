import { releasedVouchers, ticketsObstacle, ticketsRecipient } from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'

const booker = { contact_type: 'BOOKER', contact_name_first: 'Amara', contact_email: 'amara@example.com' }
const contact = { contact_type: 'CONTACT', contact_email: 'desk@example.com' }
const guest = { contact_type: 'GUEST', contact_email: 'guest@example.com' }
const booking = { booking_status: 'BOOKING_CONFIRMED', booking_voucher_released: true }

describe('tickets are mailed', () => {
  test.each([
    ['to the BOOKER, wherever it stands (rule 193)', [guest, contact, booker], 'amara@example.com', true],
    [
      'to the first CONTACT where there is no BOOKER (rule 192), which is not certain',
      [guest, contact],
      'desk@example.com',
      false,
    ],
    [
      'to the first contact where there is neither, which is not certain',
      [guest],
      'guest@example.com',
      false,
    ],
    [
      'past a BOOKER without an address, which is not certain',
      [{ contact_type: 'BOOKER' }, guest],
      'guest@example.com',
      false,
    ],
    [
      'to one of several BOOKERs, which is not certain',
      [booker, { ...booker, contact_email: 'b@example.com' }],
      'amara@example.com',
      false,
    ],
  ])('%s', (_, order_contacts, email, certain) => {
    expect(ticketsRecipient({ order_contacts })).toMatchObject({ email, certain })
  })

  test.each([[undefined], [null], [[]], ['x'], [[null, 1, {}, { contact_email: ' ' }]]])(
    'to nobody where the contacts are %j',
    (order_contacts) => expect(ticketsRecipient({ order_contacts })).toBeUndefined(),
  )
})

describe('what stands in the way', () => {
  const order = { order_status: 'ORDER_CONFIRMED', order_contacts: [booker], order_bookings: [booking] }
  const cancelled = { ...booking, booking_status: 'BOOKING_CANCELLED' }
  const pending = { ...booking, booking_voucher_released: false }

  test.each([
    ['nothing', {}, undefined],
    [
      'nothing where the API does not say what is released',
      { order_bookings: [{ booking_status: 'NEW' }] },
      undefined,
    ],
    ['nothing where one voucher of two is released', { order_bookings: [pending, booking] }, undefined],
    ['nothing where the bookings are not listed', { order_bookings: undefined }, undefined],
    ['a cancelled order (rule 161)', { order_status: 'ORDER_CANCELLED' }, 'ORDER_CANCELLED'],
    ['an order of which every booking is cancelled', { order_bookings: [cancelled] }, 'ORDER_CANCELLED'],
    ['nobody to mail to', { order_contacts: [] }, 'NO_RECIPIENT'],
    [
      'no voucher that is released (rule 183)',
      { order_bookings: [pending, cancelled] },
      'VOUCHERS_NOT_RELEASED',
    ],
  ])('%s', (_, change, obstacle) => {
    expect(ticketsObstacle({ ...order, ...change })).toBe(obstacle)
  })

  test('vouchers are counted among the bookings that stand', () => {
    expect(releasedVouchers({ order_bookings: [booking, pending, cancelled] })).toEqual({
      released: 1,
      standing: 2,
    })
  })
})
