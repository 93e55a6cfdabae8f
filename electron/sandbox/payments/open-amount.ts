import { Refusal } from '../http/refusal'
import { decimalsOf, type Minor, parseMinor } from '../money/minor-units'
import type { BookingDocument, OrderDocument, PaymentDocument } from '../orders/document'
import { currencyOf } from '../orders/pricing'
import { captures, openAuthorizations, remainingOf } from '../orders/refunds'
import { isLive } from '../orders/status'

/**
 * The bookings that a payment or its e-mail is for: those named, or all that are left (rule 175). Refuses
 * what is not in the order, and what is cancelled: nothing is owed for it any more (rule 68).
 */
export function payableBookings(
  order: OrderDocument,
  named: readonly string[] | undefined,
): readonly BookingDocument[] {
  if (!order.order_bookings.some(isLive)) {
    throw new Refusal(409, 'ORDER_CANCELLED', `Order ${order.order_reference} is cancelled.`)
  }
  if (named === undefined) return order.order_bookings.filter(isLive)
  return named.map((reference) => {
    const booking = order.order_bookings.find((each) => each.booking_reference === reference)
    if (!booking) {
      throw new Refusal(
        422,
        'BOOKING_NOT_IN_ORDER',
        `Order ${order.order_reference} has no booking ${reference}.`,
      )
    }
    if (!isLive(booking))
      throw new Refusal(409, 'BOOKING_CANCELLED', `Booking ${reference} is not to be paid.`)
    return booking
  })
}

/**
 * What is still to be paid for an order, or for some of its bookings, in minor units: the price less what
 * was taken and not given back, and less what is reserved on a card. Below zero when too much was paid.
 */
export function openAmount(
  order: OrderDocument,
  bookings: readonly BookingDocument[] | undefined = undefined,
): Minor {
  const decimals = decimalsOf(currencyOf(order))
  const held = (payment: PaymentDocument): Minor =>
    payment.payment_type === 'AUTHORIZATION'
      ? parseMinor(payment.payment_amount, decimals)
      : remainingOf(order, payment)
  const holding = [...captures(order), ...openAuthorizations(order)]
  const sum = (payments: readonly PaymentDocument[]) =>
    payments.reduce((total, payment) => total + held(payment), 0)
  const whole = parseMinor(order.order_pricing.price_total, decimals) - sum(holding)
  if (bookings === undefined) return whole
  const references = bookings.map((booking) => booking.booking_reference)
  const price = bookings.reduce(
    (total, booking) => total + parseMinor(booking.booking_pricing.price_total, decimals),
    0,
  )
  const theirs = holding.filter((payment) =>
    payment.payment_booking_references?.some((reference) => references.includes(reference)),
  )
  return Math.min(whole, price - sum(theirs))
}
