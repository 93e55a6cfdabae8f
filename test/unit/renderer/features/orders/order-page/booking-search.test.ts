import { orderBookings } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'
import { findBookings } from '../../../../../../renderer/features/orders/order-page/bookings/booking-search'

const bookings = orderBookings({
  order_bookings: [
    {
      booking_reference: 'B1',
      product_title: 'Canal cruise',
      product_type_details: [{ product_type_code: 'A-153' }],
    },
    {
      booking_reference: 'B2',
      product_title: 'City card',
      product_combi_details: [{ product_title: 'Museum of Ships' }],
    },
  ],
})
const found = (text: string) => findBookings(bookings, text).map(({ reference }) => reference)

describe('finding bookings', () => {
  it('looks at every value, of tickets and parts too, whatever the case', () => {
    expect([found('a-153'), found('SHIPS'), found('b2')]).toEqual([['B1'], ['B2'], ['B2']])
  })

  it('does not look at the names of fields', () => {
    expect(found('product_title')).toEqual([])
  })

  it('shows all for blanks', () => {
    expect(found('  ')).toEqual(['B1', 'B2'])
  })
})
