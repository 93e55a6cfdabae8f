import { z } from 'zod'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { statusMeaning } from '../orders'
import { bookingAmendments } from './apply-amendment'
import type { Amendment } from './field-value'

/** A booking as it was known when the person amended the order. */
export const knownBookingSchema = z.object({ reference: z.string(), product: z.string().nullable() })
export type KnownBooking = z.infer<typeof knownBookingSchema>

/** The references of the bookings that an amendment changes. */
export const amendedBookingsOf = (amendment: Amendment): string[] => [...bookingAmendments(amendment).keys()]

export const knownBookings = (order: object): KnownBooking[] =>
  bookingsOf(order).flatMap((booking) => {
    const reference = referenceOf(booking)
    return reference === undefined ? [] : [{ reference, product: textOf(booking.product_id) ?? null }]
  })

/**
 * The order with what took the place of an amended booking under that booking's reference. An amended booking is
 * cancelled and replaced (rules.md #155), and nobody says that the new one keeps the reference: where the old one is
 * gone or cancelled, a standing booking of the same product that was not there before stands for it.
 */
export function withReplacements<Order extends object>(
  order: Order,
  amended: readonly string[],
  known: readonly KnownBooking[],
): Order {
  const fresh = bookingsOf(order).filter(
    (booking) => isStanding(booking) && known.every(({ reference }) => reference !== referenceOf(booking)),
  )
  const taken = new Set<object>()
  const replacements = new Map<string, object>()
  for (const reference of amended) {
    if (bookingsOf(order).some((booking) => referenceOf(booking) === reference && isStanding(booking)))
      continue
    const product = known.find((booking) => booking.reference === reference)?.product
    const at = fresh.findIndex(({ product_id }) => product != null && textOf(product_id) === product)
    const [found] = at < 0 ? [] : fresh.splice(at, 1)
    if (!found) continue
    taken.add(found)
    replacements.set(reference, { ...found, booking_reference: reference })
  }
  if (replacements.size === 0) return order
  const others = bookingsOf(order).filter(
    (booking) => !taken.has(booking) && !replacements.has(referenceOf(booking) ?? ''),
  )
  return { ...order, order_bookings: [...others, ...replacements.values()] }
}

const bookingsOf = (order: object) => entriesOf(fieldsOf(order).order_bookings).map(fieldsOf)
const referenceOf = (booking: Readonly<Record<string, unknown>>) => textOf(booking.booking_reference)
const isStanding = (booking: Readonly<Record<string, unknown>>) =>
  statusMeaning(textOf(booking.booking_status)) !== 'cancelled'
