import type { BookingDocument, OrderDocument } from './document'
import { allTickets, isActive } from './pricing'

const GONE = new Set([
  'BOOKING_CANCELLED',
  'BOOKING_FAILED',
  'BOOKING_RESERVATION_CANCELLED',
  'BOOKING_RESERVATION_EXPIRED',
])

/** A booking that is neither cancelled, nor failed, nor lapsed. */
export function isLive(booking: BookingDocument): boolean {
  return !GONE.has(booking.booking_status)
}

/** A cancellation that the supplier has not answered yet (rule 162). */
export function isProcessingCancellation(booking: BookingDocument): boolean {
  return booking.booking_status === 'BOOKING_PROCESSING_CANCELLATION'
}

/** The overall state that follows from the bookings; `BOOKING_*` remains the value to act on. */
export function orderStatusOf(order: OrderDocument): string {
  const live = order.order_bookings.filter(isLive)
  if (live.length === 0) return 'ORDER_CANCELLED'
  if (live.some((booking) => /PENDING|PROCESSING/.test(booking.booking_status))) return 'ORDER_PENDING'
  return order.order_version > 1 ? 'ORDER_UPDATED' : 'ORDER_CONFIRMED'
}

/** Whether a booking may be cancelled in its present state (model Booking, `product_cancellation_allowed`). */
export function mayBeCancelled(productAllows: boolean, booking: BookingDocument): boolean {
  if (!productAllows || !isLive(booking) || isProcessingCancellation(booking)) return false
  return allTickets(booking).some((ticket) => isActive(ticket) && !isRedeemed(ticket))
}

export function isRedeemed(ticket: { product_type_redemption_status: string }): boolean {
  return ticket.product_type_redemption_status === 'REDEEMED'
}
