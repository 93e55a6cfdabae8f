import { z } from 'zod'
import { readInstant } from '../../kernel/time'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { statusMeaning } from './order-status'

/** One travel moment of an order, as sent, in the activity's own offset (rules.md #48). */
export const travelMomentSchema = z.object({
  at: z.string(),
  /** The day is meant, not the clock time: TIME_DATE and TIME_OPEN products (rules.md #84, #87). */
  dateOnly: z.boolean(),
})
export type TravelMoment = z.infer<typeof travelMomentSchema>

const dayProducts = new Set(['TIME_DATE', 'TIME_OPEN'])

/**
 * The distinct travel moments of an order's bookings, earliest first, unreadable ones last. Cancelled bookings count
 * only when nothing else is left. Bookings without a date (open tickets) give none.
 */
export function orderTravel(order: unknown): TravelMoment[] {
  const bookings = entriesOf(fieldsOf(order).order_bookings).map(fieldsOf)
  const standing = bookings.filter((booking) => statusMeaning(textOf(booking.booking_status)) !== 'cancelled')
  const moments = new Map<string, TravelMoment>()
  for (const booking of standing.length > 0 ? standing : bookings) {
    const at = textOf(booking.booking_travel_date) ?? textOf(booking.product_availability_from_date_time)
    if (at === undefined || moments.has(at)) continue
    moments.set(at, { at, dateOnly: dayProducts.has(textOf(booking.product_admission_type) ?? '') })
  }
  return [...moments.values()].sort((a, b) => instant(a.at) - instant(b.at))
}

const instant = (at: string) => readInstant(at)?.epochMs ?? Number.MAX_SAFE_INTEGER
