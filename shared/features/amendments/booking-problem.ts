import { fieldsOf, textOf } from '../../kernel/tolerant'
import { applyAmendment, bookingAmendments } from './apply-amendment'
import { linesOf, ticketKinds } from './booking-lines'
import { type Amendment, bookingOf } from './field-value'

/** Why what is wanted of a booking does not hang together. */
export type BookingProblem =
  /** No ticket would be left: that is a cancellation. */
  | 'NOTHING_LEFT'
  /** The slot that it has is one of the day that it had. */
  | 'SLOT_NEEDED'
  /** A slot lies on a day and at a time. */
  | 'DATE_NEEDED'

/** What is wrong with an amended booking as a whole; `undefined` when it can be sent. */
export function bookingProblem(
  order: unknown,
  amendment: Amendment,
  reference: string,
): BookingProblem | undefined {
  const own = bookingAmendments(amendment).get(reference)
  if (!own) return undefined
  const changed = new Set(own.fields.map(({ path }) => path[0]))
  const [before, after] = [order, applyAmendment(order, amendment)].map((one) => bookingOf(one, reference))
  const isLeft = linesOf(before).length === 0 || ticketKinds(after).some(({ count }) => count > 0)
  if (!isLeft) return 'NOTHING_LEFT'
  const [date, slot] = [changed.has('booking_travel_date'), changed.has('product_availability_id')]
  const { product_availability_id, booking_travel_date } = fieldsOf(before)
  if (date && !slot && textOf(product_availability_id) !== undefined) return 'SLOT_NEEDED'
  if (slot && !date && textOf(booking_travel_date) !== undefined) return 'DATE_NEEDED'
  return undefined
}
