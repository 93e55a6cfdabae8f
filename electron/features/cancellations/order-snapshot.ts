import {
  bookingObstacle,
  bookingsOf,
  type CancellableBooking,
  type CancellableOrder,
  type CancellationTarget,
  isCancelled,
  orderObstacles,
  type TicketLine,
  ticketObstacle,
  ticketsOf,
} from '@shared/features/cancellations'
import { orderCurrency } from '@shared/features/orders'
import { idText } from '@shared/kernel/ids'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import { termsInForce } from './terms-in-force'

const text = z.string().nullable()

/** What the journal keeps of an order around a cancellation: keys, statuses and figures, nothing of a guest. */
export const orderSnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  /** The one currency of the bookings; null when there is none or they disagree (rules.md #121). */
  currency: text,
  /** The targeted bookings, each with its targeted tickets. */
  bookings: z.array(
    z.object({
      reference: text,
      product: text,
      status: text,
      total: text,
      /** What cancelling it cost when it was read; journals of the first format have none. */
      terms: z.string().optional(),
      tickets: z.array(z.object({ id: text, label: text, status: text, cancelled: z.boolean() })),
    }),
  ),
  payments: z.array(
    z.object({
      id: text,
      originalId: text,
      type: text,
      status: text,
      /** `payment_amount`, in the order's currency. */
      amount: text,
      /** The currency that the guest paid in; `paidAmount` is in it. */
      currency: text,
      /** `payment_currency_amount`; journals of the first format have none. */
      paidAmount: text.optional(),
    }),
  ),
  /** Why the target cannot be cancelled, as far as the order tells. */
  obstacle: text,
})
export type OrderSnapshot = z.infer<typeof orderSnapshotSchema>

/**
 * Reduces an order as read to what evidence, effect and the next operation need to know of the target.
 * @param at when it was read, in milliseconds since 1970 UTC: what it costs depends on it
 */
export function takeSnapshot(order: CancellableOrder, target: CancellationTarget, at: number): OrderSnapshot {
  const version = Number(textOf(order.order_version))
  const currency = orderCurrency(order)
  return {
    orderVersion: Number.isSafeInteger(version) ? version : null,
    orderStatus: textOf(order.order_status) ?? null,
    priceTotal: textOf(order.order_pricing?.price_total) ?? null,
    currency: currency.kind === 'one' ? currency.code : null,
    bookings: targetBookings(order, target).map((booking) => ({
      reference: idText(booking.booking_reference) ?? null,
      product: textOf(booking.product_title) ?? null,
      status: textOf(booking.booking_status) ?? null,
      total: textOf(booking.booking_pricing?.price_total) ?? null,
      terms: termsInForce(booking, at),
      tickets: targetTickets(booking, target).map((ticket) => ({
        id: idText(ticket.product_type_transaction_id) ?? null,
        label: textOf(ticket.product_type_label) ?? textOf(ticket.product_type) ?? null,
        status: textOf(ticket.product_type_status) ?? null,
        cancelled: isCancelled(ticket),
      })),
    })),
    payments: entriesOf(order.order_payments).map((entry) => {
      const payment = fieldsOf(entry)
      return {
        id: textOf(payment.payment_id) ?? null,
        originalId: textOf(payment.payment_original_id) ?? null,
        type: textOf(payment.payment_type) ?? null,
        status: textOf(payment.payment_status) ?? null,
        amount: textOf(payment.payment_amount) ?? null,
        currency: textOf(payment.payment_currency_code) ?? null,
        paidAmount: textOf(payment.payment_currency_amount) ?? null,
      }
    }),
    obstacle: obstacleOf(order, target) ?? null,
  }
}

/** The bookings that a target names: all of an order's for the order itself. */
export function targetBookings(
  order: CancellableOrder,
  target: CancellationTarget,
): readonly CancellableBooking[] {
  if (target.level === 'order') return bookingsOf(order)
  return bookingsOf(order).filter((booking) => idText(booking.booking_reference) === target.bookingReference)
}

/** The tickets of a booking that a target names. */
export function targetTickets(
  booking: CancellableBooking,
  target: CancellationTarget,
): readonly TicketLine[] {
  if (target.level !== 'ticket') return ticketsOf(booking)
  return ticketsOf(booking).filter(
    (ticket) => idText(ticket.product_type_transaction_id) === target.transactionId,
  )
}

function obstacleOf(order: CancellableOrder, target: CancellationTarget): string | undefined {
  if (target.level === 'order') return orderObstacles(order)[0]?.obstacle
  const [booking] = targetBookings(order, target)
  if (!booking) return 'NOT_IN_ORDER'
  if (target.level === 'booking') return bookingObstacle(booking)
  const [ticket] = targetTickets(booking, target)
  return ticket ? ticketObstacle(booking, ticket) : 'NOT_IN_ORDER'
}
