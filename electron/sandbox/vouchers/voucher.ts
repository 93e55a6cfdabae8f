import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../http/refusal'
import type { BookingDocument, OrderDocument } from '../orders/document'
import { isActive, pricedTickets } from '../orders/pricing'
import { isLive } from '../orders/status'
import { textPdf } from './pdf'

/** The bookings a voucher is for: one that is named, or all that are left. Refuses where there is nothing to print. */
export function voucherBookings(
  order: OrderDocument,
  bookingReference: string | undefined,
): BookingDocument[] {
  const named = order.order_bookings.filter(
    (booking) => bookingReference === undefined || booking.booking_reference === bookingReference,
  )
  if (named.length === 0) {
    throw new Refusal(
      422,
      'BOOKING_NOT_IN_ORDER',
      `Order ${order.order_reference} has no booking ${bookingReference}.`,
    )
  }
  const live = named.filter(isLive)
  if (live.length === 0)
    throw new Refusal(409, 'VOUCHER_REVOKED', 'Everything that this voucher would be for is cancelled.')
  return live
}

/** The voucher file: what is booked, when, and the codes. */
export function voucherPdf(order: OrderDocument, bookings: readonly BookingDocument[]): Buffer {
  const lines = bookings.flatMap((booking) => [
    '',
    booking.product_title,
    `Booking ${booking.booking_reference}`,
    ...(booking.booking_travel_date === undefined ? [] : [`Date ${booking.booking_travel_date}`]),
    ...pricedTickets(booking)
      .filter(isActive)
      .slice(0, 30)
      .map((ticket) => `${ticket.product_type}  ${ticket.product_type_code}`),
  ])
  return textPdf([`Voucher for order ${order.order_reference}`, ...lines])
}

/** Part of the address of a voucher file that nobody can guess. */
export function voucherKey(secret: string, order: string, booking: string): string {
  return createHmac('sha256', secret).update(`voucher ${order} ${booking}`).digest('base64url')
}

export function isVoucherKey(secret: string, order: string, booking: string, key: string): boolean {
  const [right, given] = [Buffer.from(voucherKey(secret, order, booking)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}
