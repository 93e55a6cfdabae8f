import { orderTravel } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

const at = (moment: string | null, over: Record<string, unknown> = {}) => ({
  booking_status: 'BOOKING_CONFIRMED',
  booking_travel_date: moment,
  ...over,
})
const travel = (...bookings: unknown[]) => orderTravel({ order_bookings: bookings }).map(({ at }) => at)

const tokyo = '2026-06-01T10:00:00+09:00'
const amsterdam = '2026-06-01T10:00:00+02:00'

describe('the travel dates of an order', () => {
  it('are kept as sent and sorted by what happens first, not by the clock on the wall (rule 48)', () => {
    expect(travel(at(amsterdam), at(tokyo))).toEqual([tokyo, amsterdam])
  })

  it('are listed once each', () => {
    expect(travel(at(tokyo), at(tokyo))).toEqual([tokyo])
  })

  it('fall back to the start of the slot', () => {
    expect(travel(at(null, { product_availability_from_date_time: tokyo }))).toEqual([tokyo])
  })

  it('leave out cancelled bookings while another one stands', () => {
    const cancelled = at(tokyo, { booking_status: 'BOOKING_CANCELLED' })
    expect(travel(cancelled, at(amsterdam))).toEqual([amsterdam])
    expect(travel(cancelled)).toEqual([tokyo])
  })

  it('keep what cannot be read, at the end', () => {
    expect(travel(at('some day'), at(tokyo))).toEqual([tokyo, 'some day'])
  })

  it('mean the day alone for products that are booked by day (rules 84 and 87)', () => {
    const moments = orderTravel({
      order_bookings: [
        at(tokyo, { product_admission_type: 'TIME_DATE' }),
        at(amsterdam, { product_admission_type: 'TIME_SLOT' }),
      ],
    })
    expect(moments.map(({ dateOnly }) => dateOnly)).toEqual([true, false])
  })
})
