import { Refusal } from '../http/refusal'
import { decimalsOf, formatMinor, type Minor, parseMinor } from '../money/minor-units'
import { addEvent, type Change, touched } from './change'
import type { BookingDocument, OrderDocument, PaymentDocument, TicketDocument } from './document'
import { allTickets, currencyOf, isActive, pricedTickets } from './pricing'
import {
  addRefund,
  captures,
  paidNet,
  refundPayments,
  releaseAuthorizations,
  remainingOf,
  stopUnderWay,
} from './refunds'

/** What `DELETE /payments` is asked to give back (rule 169); several identifiers narrow it down together. */
export interface PaymentSelection {
  readonly payment_id?: string
  readonly payment_merchant_reference?: string
  readonly payment_service_provider_reference?: string
  readonly payment_external_reference?: string
  readonly booking_reference?: readonly string[]
  readonly product_type_transaction_id?: readonly string[]
  readonly refund_reason?: string
}

/**
 * Refunds without cancelling, or stops what is under way (rule 168), or lets go of an authorisation (rule
 * 170). There is no amount in v3.8 (rule 171): a payment is refunded as far as it is not yet, bookings and
 * tickets by their price. The order keeps its version. Refuses when nothing is left.
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
  return { order, payment: newest, records }
}

function byPayments(order: OrderDocument, selection: PaymentSelection, change: Change): PaymentDocument[] {
  const open = captures(order).filter(
    (payment) => isMeant(payment, selection) && remainingOf(order, payment) > 0,
  )
  const meant = (payment: PaymentDocument) => isMeant(payment, selection)
  const refunds = open.map((payment) =>
    addRefund(
      order,
      payment,
      remainingOf(order, payment),
      { reason: selection.refund_reason, status: change.refundStatus },
      change,
    ),
  )
  markGivenBack(order, open)
  const released = releaseAuthorizations(order, change, meant)
  const stopped = stopUnderWay(order, meant)
  return [...stopped.reverse(), ...refunds, ...released].reverse()
}

/** Tickets say what became of the money: all of it given back, that of their booking, or a part. */
function markGivenBack(order: OrderDocument, refunded: readonly PaymentDocument[]): void {
  if (refunded.length === 0) return
  const everything = paidNet(order) === 0
  const bookings = refunded.flatMap((payment) => payment.payment_booking_references ?? [])
  const partly = refunded.some((payment) => payment.payment_booking_references === undefined)
  for (const booking of order.order_bookings) {
    const theirs = everything || bookings.includes(booking.booking_reference)
    if (!theirs && !partly) continue
    for (const ticket of allTickets(booking).filter(isActive)) {
      ticket.product_type_payment_status = theirs ? 'REFUNDED' : 'PARTIAL_REFUND'
    }
  }
}

/** Whether a payment record carries all identifiers that were given. */
export function isMeant(payment: PaymentDocument, selection: PaymentSelection): boolean {
  const { payment_id, payment_merchant_reference, payment_service_provider_reference } = selection
  const psp = payment.payment_gateway_details?.payment_service_provider_reference
  const wanted = [
    [payment_id, payment.payment_id],
    [payment_merchant_reference, payment.payment_merchant_reference],
    [payment_service_provider_reference, psp],
    [selection.payment_external_reference, payment.payment_external_reference],
  ]
  return wanted.every(([asked, own]) => asked === undefined || asked === own)
}

interface Worth {
  readonly booking: BookingDocument
  readonly tickets: readonly TicketDocument[]
  readonly value: Minor
}

/** Refunds what bookings or tickets cost and was not given back yet; undefined when neither was named. */
function byTickets(
  order: OrderDocument,
  selection: PaymentSelection,
  change: Change,
): PaymentDocument[] | undefined {
  if (selection.booking_reference === undefined && selection.product_type_transaction_id === undefined) {
    return undefined
  }
  const meant = worthOf(order, selection)
  const decimals = decimalsOf(currencyOf(order))
  const known = order.order_payments?.length ?? 0
  const amount = meant.reduce((sum, each) => sum + each.value, 0)
  if (amount === 0) throw new Refusal(409, 'NOTHING_TO_REFUND', 'Nothing is left to give back.')
  const given = refundPayments(
    order,
    {
      amount,
      bookings: meant.map((each) => each.booking.booking_reference),
      reason: selection.refund_reason,
      status: change.refundStatus,
      isMeant: (payment) => isMeant(payment, selection),
    },
    change,
  )
  if (given < amount) {
    throw new Refusal(
      409,
      'NOTHING_TO_REFUND',
      `Only ${formatMinor(given, decimals)} of ${formatMinor(amount, decimals)} is left to give back.`,
    )
  }
  for (const each of meant) for (const ticket of each.tickets) ticket.product_type_payment_status = 'REFUNDED'
  return (order.order_payments ?? []).slice(0, (order.order_payments ?? []).length - known)
}

/** Tickets whose money was given back, or for which none is due: an amendment took them away. */
const SETTLED = new Set(['REFUNDED', 'NOT_REQUIRED'])

/** The tickets that are meant, by booking. What is not in the order makes the whole request wrong (rule 69). */
function worthOf(order: OrderDocument, selection: PaymentSelection): Worth[] {
  const { booking_reference: bookings, product_type_transaction_id: ids } = selection
  const decimals = decimalsOf(currencyOf(order))
  const strange = [...(bookings ?? []), ...(ids ?? [])].filter((reference) => !holdsAny(order, [reference]))
  if (strange.length > 0) {
    throw new Refusal(422, 'NOT_IN_ORDER', 'Not all of these bookings or tickets are in one order.', strange)
  }
  const worth = order.order_bookings.map((booking): Worth => {
    const tickets = pricedTickets(booking).filter(
      (ticket) =>
        (bookings === undefined || bookings.includes(booking.booking_reference)) &&
        (ids === undefined || ids.includes(ticket.product_type_transaction_id)) &&
        !SETTLED.has(ticket.product_type_payment_status ?? ''),
    )
    const price = (ticket: TicketDocument): Minor =>
      parseMinor(ticket.product_type_pricing?.price_total ?? '0', decimals)
    return { booking, tickets, value: tickets.reduce((sum, ticket) => sum + price(ticket), 0) }
  })
  return worth.filter((each) => each.tickets.length > 0)
}

/** The order that holds a booking or ticket, as a check for lookups by those references alone. */
export function holdsAny(order: OrderDocument, references: readonly string[]): boolean {
  return order.order_bookings.some(
    (booking) =>
      references.includes(booking.booking_reference) ||
      allTickets(booking).some((ticket) => references.includes(ticket.product_type_transaction_id)),
  )
}
