import type { CancellableOrder, CancellationTarget } from '@shared/features/cancellations'
import { idText } from '@shared/kernel/ids'
import { targetBookings, targetTickets } from './order-snapshot'

/**
 * Everything that a cancellation lays its hand on. A booking claims its tickets and an order all of both, so that
 * cancelling a booking meets the unsettled cancellation of one of its tickets.
 */
export function claimsOf(order: CancellableOrder, target: CancellationTarget): string[] {
  const claims = targetBookings(order, target).flatMap((booking) => {
    const reference = idText(booking.booking_reference)
    const tickets = targetTickets(booking, target).flatMap((ticket) => {
      const id = idText(ticket.product_type_transaction_id)
      return id === undefined ? [] : [`ticket:${id}`]
    })
    return target.level === 'ticket' || reference === undefined
      ? tickets
      : [`booking:${reference}`, ...tickets]
  })
  return [...new Set(target.level === 'order' ? ['order', ...claims] : claims)]
}
