import { cancellationTerms } from '@shared/features/cancellations'
import { isCancelledTicket, type OrderBooking, statusMeaning } from '@shared/features/orders'

/** Why there is nothing to choose from in the cancel dialog. */
export type CancelObstacle = 'ALREADY_CANCELLED' | 'NOTHING'

/** Whether nothing of the order can be cancelled; the dialog tells the rest, part by part. */
export function cancelObstacle(
  orderStatus: string | undefined,
  bookings: readonly OrderBooking[],
): CancelObstacle | undefined {
  const standing = bookings.filter((booking) => !isGone(booking))
  if (statusMeaning(orderStatus) === 'cancelled') return 'ALREADY_CANCELLED'
  if (bookings.length > 0 && standing.length === 0) return 'ALREADY_CANCELLED'
  return standing.some(mayBeCancelled) ? undefined : 'NOTHING'
}

const isGone = ({ status, tickets, parts }: OrderBooking): boolean =>
  statusMeaning(status) === 'cancelled' ||
  (tickets.length > 0 && tickets.every((ticket) => isCancelledTicket(ticket.status)) && parts.every(isGone))

/** By its terms and its tickets: what was used stays (rules.md #158). */
const mayBeCancelled = ({ source, status, tickets, parts }: OrderBooking): boolean =>
  (cancellationTerms(source).kind !== 'notAllowed' &&
    status !== 'BOOKING_PROCESSING_CANCELLATION' &&
    (tickets.length === 0 || tickets.some(({ redemption }) => redemption !== 'REDEEMED'))) ||
  parts.some((part) => part.role === 'addOn' && mayBeCancelled(part))
