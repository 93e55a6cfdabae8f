import { orderBookings } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'
import { cancelObstacle } from '../../../../../../renderer/features/orders/order-page/cancel-obstacle'

const ticket = (over: object = {}) => ({ product_type_status: 'CONFIRMED', ...over })
const booking = (over: object = {}) => ({
  booking_status: 'BOOKING_CONFIRMED',
  product_cancellation_allowed: true,
  product_type_details: [ticket()],
  ...over,
})
const obstacle = (bookings: object[], status = 'ORDER_CONFIRMED') =>
  cancelObstacle(status, orderBookings({ order_bookings: bookings }))

describe('whether there is anything to cancel', () => {
  it('there is, as long as one booking may go', () => {
    expect(obstacle([booking({ product_cancellation_allowed: false }), booking()])).toBeUndefined()
  })

  it('there is not when everything is cancelled, by whichever status', () => {
    expect([
      obstacle([booking()], 'ORDER_CANCELLED'),
      obstacle([booking({ booking_status: 'BOOKING_CANCELLED' })]),
      obstacle([booking({ product_type_details: [ticket({ product_type_status: 'CANCELLED' })] })]),
    ]).toEqual(['ALREADY_CANCELLED', 'ALREADY_CANCELLED', 'ALREADY_CANCELLED'])
  })

  it('there is not when all was used, is being cancelled, or may not go (rule 158)', () => {
    expect([
      obstacle([booking({ product_type_details: [ticket({ product_type_redemption_status: 'REDEEMED' })] })]),
      obstacle([booking({ booking_status: 'BOOKING_PROCESSING_CANCELLATION' })]),
      obstacle([booking({ product_cancellation_allowed: false })]),
      obstacle([]),
    ]).toEqual(['NOTHING', 'NOTHING', 'NOTHING', 'NOTHING'])
  })

  it('there is when one ticket of a booking was not used, or an add-on may go alone', () => {
    const used = ticket({ product_type_redemption_status: 'REDEEMED' })
    expect(obstacle([booking({ product_type_details: [used, ticket()] })])).toBeUndefined()
    expect(
      obstacle([
        booking({ booking_reference: 'MAIN', product_cancellation_allowed: false }),
        booking({ booking_addon_reference: 'MAIN' }),
      ]),
    ).toBeUndefined()
  })

  it('an unknown status is no obstacle (rule 55)', () => {
    expect(obstacle([booking({ booking_status: 'BOOKING_DREAMT' })], 'ORDER_DREAMT')).toBeUndefined()
  })
})
