import { idText } from '../../kernel/ids'
import {
  bookingsOf,
  type CancellableBooking,
  type CancellableOrder,
  isCombi,
  type TicketLine,
  ticketsOf,
} from './order-parts'

/** Why something cannot be cancelled, as far as the order itself tells; the server has the last word. */
export type Obstacle =
  /** `product_cancellation_allowed` is false (rules.md #158). */
  | 'NOT_ALLOWED'
  | 'ALREADY_CANCELLED'
  /** A slow supplier is still at it (rules.md #162). */
  | 'BEING_CANCELLED'
  | 'REDEEMED'
  /** One price for the whole combi: its tickets go together. */
  | 'COMBI_AS_A_WHOLE'
  /** No key to name it by, so it can only go with its booking or order. */
  | 'NO_REFERENCE'

/** What stands in the way of cancelling this booking as a whole; `undefined` when nothing is known to. */
export function bookingObstacle(booking: CancellableBooking): Obstacle | undefined {
  if (booking.booking_status === 'BOOKING_CANCELLED') return 'ALREADY_CANCELLED'
  if (booking.booking_status === 'BOOKING_PROCESSING_CANCELLATION') return 'BEING_CANCELLED'
  if (booking.product_cancellation_allowed === false) return 'NOT_ALLOWED'
  const tickets = ticketsOf(booking)
  const open = tickets.filter((ticket) => !isCancelled(ticket))
  if (tickets.length > 0 && open.length === 0) return 'ALREADY_CANCELLED'
  if (open.some(isRedeemed)) return 'REDEEMED'
  if (!idText(booking.booking_reference)) return 'NO_REFERENCE'
  return undefined
}

/** What stands in the way of cancelling this one ticket of the booking. */
export function ticketObstacle(booking: CancellableBooking, ticket: TicketLine): Obstacle | undefined {
  if (isCancelled(ticket) || booking.booking_status === 'BOOKING_CANCELLED') return 'ALREADY_CANCELLED'
  if (booking.booking_status === 'BOOKING_PROCESSING_CANCELLATION') return 'BEING_CANCELLED'
  if (booking.product_cancellation_allowed === false) return 'NOT_ALLOWED'
  if (isRedeemed(ticket)) return 'REDEEMED'
  if (isCombi(booking)) return 'COMBI_AS_A_WHOLE'
  if (!idText(ticket.product_type_transaction_id)) return 'NO_REFERENCE'
  return undefined
}

/**
 * Bookings that make a full cancellation fail (rules.md #159), with the reason. What is already cancelled is no
 * obstacle; an order of which everything is cancelled answers `ALREADY_CANCELLED` for itself.
 */
export function orderObstacles(
  order: CancellableOrder,
): readonly { readonly booking: CancellableBooking | undefined; readonly obstacle: Obstacle }[] {
  const bookings = bookingsOf(order)
  const found = bookings.flatMap((booking) => {
    const obstacle = bookingObstacle(booking)
    return obstacle && obstacle !== 'NO_REFERENCE' ? [{ booking, obstacle }] : []
  })
  const open = found.filter(({ obstacle }) => obstacle !== 'ALREADY_CANCELLED')
  const allCancelled = bookings.length > 0 && found.length === bookings.length && open.length === 0
  if (order.order_status === 'ORDER_CANCELLED' || allCancelled) {
    return [{ booking: undefined, obstacle: 'ALREADY_CANCELLED' }]
  }
  return open
}

export const isCancelled = (ticket: TicketLine): boolean =>
  ticket.product_type_status === 'CANCELLED' ||
  ticket.product_type_status === 'DELETED' ||
  ticket.product_type_redemption_status === 'CANCELLED'

export const isRedeemed = (ticket: TicketLine): boolean =>
  ticket.product_type_redemption_status === 'REDEEMED'
