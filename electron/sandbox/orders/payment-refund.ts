import { Refusal } from '../http/refusal'
import { decimalsOf, formatMinor, type Minor, parseMinor } from '../money/minor-units'
import { addEvent, type Change, touched } from './change'
import type { OrderDocument, PaymentDocument } from './document'
import { allTickets, currencyOf, pricedTickets } from './pricing'
import { addRefund, captures, refundPayments, releaseAuthorizations, remainingOf } from './refunds'

/** What `DELETE /payments` is asked to give back (rule 169); several identifiers narrow it down together. */
export interface PaymentSelection {
  readonly payment_id?: string
  readonly payment_merchant_reference?: string
  readonly payment_service_provider_reference?: string
  readonly booking_reference?: readonly string[]
  readonly product_type_transaction_id?: readonly string[]
  readonly refund_reason?: string
}

/**
 * Refunds without cancelling (rule 168), or lets go of an authorisation (rule 170). There is no amount in
 * v3.8 (rule 171): a payment is refunded as far as it is not yet, bookings and tickets by their price. The
 * order keeps its version. Refuses when nothing is left.
 */
export function refundWithoutCancelling(before: OrderDocument, selection: PaymentSelection, change: Change) {
  if (before.order_settlement_type !== 'DIRECT') {
    throw new Refusal(
      409,
      'NOTHING_TO_REFUND',
      `The guest's money of this order was settled as ${before.order_settlement_type ?? 'EXTERNAL'}, not through Prio.`,
    )
  }
  const order = touched(before, change)
  const records = byTickets(order, selection, change) ?? byPayments(order, selection, change)
  const newest = records[0]
  if (!newest) throw new Refusal(409, 'NOTHING_TO_REFUND', 'Nothing is left to give back.')
  addEvent(order, change, 'PAYMENT_REFUND', selection.refund_reason ?? 'Payment given back')
  return { order, payment: newest }
}

function byPayments(order: OrderDocument, selection: PaymentSelection, change: Change): PaymentDocument[] {
  const open = captures(order).filter(
    (payment) => isMeant(payment, selection) && remainingOf(order, payment) > 0,
  )
  const refunds = open.map((payment) =>
    addRefund(
      order,
      payment,
      remainingOf(order, payment),
      { reason: selection.refund_reason, status: 'REFUNDED' },
      change,
    ),
  )
  const released = releaseAuthorizations(order, change, (payment) => isMeant(payment, selection))
  return [...refunds, ...released].reverse()
}

/** Whether a payment record carries all identifiers that were given. */
export function isMeant(payment: PaymentDocument, selection: PaymentSelection): boolean {
  const { payment_id, payment_merchant_reference, payment_service_provider_reference } = selection
  const psp = payment.payment_gateway_details?.payment_service_provider_reference
  if (payment_id !== undefined && payment.payment_id !== payment_id) return false
  if (
    payment_merchant_reference !== undefined &&
    payment.payment_merchant_reference !== payment_merchant_reference
  )
    return false
  return payment_service_provider_reference === undefined || psp === payment_service_provider_reference
}

/** Refunds what bookings or tickets cost; undefined when neither was named. */
function byTickets(
  order: OrderDocument,
  selection: PaymentSelection,
  change: Change,
): PaymentDocument[] | undefined {
  const { booking_reference: bookings, product_type_transaction_id: tickets } = selection
  if (bookings === undefined && tickets === undefined) return undefined
  const decimals = decimalsOf(currencyOf(order))
  const worth = order.order_bookings.map((booking) => {
    const meant = pricedTickets(booking).filter(
      (ticket) =>
        (bookings === undefined || bookings.includes(booking.booking_reference)) &&
        (tickets === undefined || tickets.includes(ticket.product_type_transaction_id)),
    )
    const price = (text: string | undefined): Minor => parseMinor(text ?? '0', decimals)
    return {
      booking,
      meant,
      value: meant.reduce((sum, ticket) => sum + price(ticket.product_type_pricing?.price_total), 0),
    }
  })
  const meant = worth.filter((each) => each.meant.length > 0)
  if (meant.length === 0)
    throw new Refusal(422, 'NOT_IN_ORDER', 'None of these bookings or tickets is in the order.')
  const known = order.order_payments?.length ?? 0
  const amount = meant.reduce((sum, each) => sum + each.value, 0)
  const references = meant.map((each) => each.booking.booking_reference)
  const given = refundPayments(
    order,
    { amount, bookings: references, reason: selection.refund_reason, status: 'REFUNDED' },
    change,
  )
  if (given < amount) {
    throw new Refusal(
      409,
      'NOTHING_TO_REFUND',
      `Only ${formatMinor(given, decimals)} of ${formatMinor(amount, decimals)} is left to give back.`,
    )
  }
  for (const each of meant) for (const ticket of each.meant) ticket.product_type_payment_status = 'REFUNDED'
  return (order.order_payments ?? []).slice(0, (order.order_payments ?? []).length - known)
}

/** The order that holds a booking or ticket, as a check for lookups by those references alone. */
export function holdsAny(order: OrderDocument, references: readonly string[]): boolean {
  return order.order_bookings.some(
    (booking) =>
      references.includes(booking.booking_reference) ||
      allTickets(booking).some((ticket) => references.includes(ticket.product_type_transaction_id)),
  )
}
