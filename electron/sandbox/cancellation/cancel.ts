import { findProduct } from '../catalogue/products'
import { decimalsOf, formatMinor, type Minor, parseMinor, taxWithin } from '../money/minor-units'
import { addEvent, type Change, closeVersion, nextVersion, stamp } from '../orders/change'
import type { BookingDocument, OrderDocument, PriceFee, TicketDocument } from '../orders/document'
import { CANCELLATION_FEE, currencyOf, isActive, pricedTickets, reprice } from '../orders/pricing'
import { paidNet, refundPayments, releaseAuthorizations } from '../orders/refunds'
import { isLive } from '../orders/status'
import { cancellationFee } from './fee'
import { dropLostPromos } from './promos'
import { type CancelRequest, checkTargets, combiTicketsOf, selectTargets, type Target } from './selection'

/** A cancellation that waits for a supplier (rules 29, 162). */
export interface PendingCancellation {
  /** Left out in state folders of earlier versions. */
  readonly kind?: 'CANCELLATION'
  readonly bookingReference: string
  readonly transactionIds: readonly string[]
  readonly requestedAt: number
  readonly refund: boolean
  readonly reason: string | undefined
  readonly statusBefore: string
}

export interface CancelResult {
  readonly order: OrderDocument
  readonly pending: readonly PendingCancellation[]
}

/**
 * Cancels what the request means, or throws a `Refusal` with nothing changed. Bookings of suppliers that
 * answer later only start processing; their price and refund follow when the supplier has answered. The
 * order passed in is left alone.
 */
export function cancel(
  before: OrderDocument,
  request: CancelRequest,
  change: Change,
  refundStatus: string = change.refundStatus,
): CancelResult {
  const order = nextVersion(before, change)
  const isThirdParty = (booking: BookingDocument) => findProduct(booking.product_id)?.supplier.mode !== 'OWN'
  const targets = selectTargets(order, request)
  checkTargets(targets, (booking) => request.force && isThirdParty(booking))
  const isLater = ({ booking }: Target) =>
    !request.force && findProduct(booking.product_id)?.supplier.mode === 'OFFLINE'
  const later = targets.filter(isLater)
  const now = targets.filter((target) => !isLater(target))
  const pending = later.map((target) => startProcessing(target, request, change))
  const refunded = cancelTickets(order, now, { ...request, at: change.at }, change, refundStatus)
  close(order, request.reason, change, describe(now, later), refunded)
  return { order, pending }
}

/** The supplier's answer to a pending cancellation. Fees count from when it was asked for. */
export function settle(
  before: OrderDocument,
  item: PendingCancellation,
  accepted: boolean,
  change: Change,
): OrderDocument {
  const order = nextVersion(before, change)
  const booking = order.order_bookings.find(
    (candidate) => candidate.booking_reference === item.bookingReference,
  )
  if (!booking) return order
  booking.booking_status = item.statusBefore
  if (!accepted) {
    booking.booking_modified = stamp(change.at)
    close(order, undefined, change, 'The supplier refused the cancellation.', 0)
    return order
  }
  const tickets = pricedTickets(booking).filter((ticket) =>
    item.transactionIds.includes(ticket.product_type_transaction_id),
  )
  const refunded = cancelTickets(
    order,
    [{ booking, tickets }],
    { ...item, at: item.requestedAt },
    change,
    change.refundStatus,
  )
  close(order, item.reason, change, 'The supplier confirmed the cancellation.', refunded)
  return order
}

function startProcessing(
  { booking, tickets }: Target,
  request: CancelRequest,
  change: Change,
): PendingCancellation {
  const statusBefore = booking.booking_status
  booking.booking_status = 'BOOKING_PROCESSING_CANCELLATION'
  booking.booking_version += 1
  booking.booking_modified = stamp(change.at)
  return {
    bookingReference: booking.booking_reference,
    transactionIds: tickets.map((ticket) => ticket.product_type_transaction_id),
    requestedAt: change.at,
    refund: request.refund,
    reason: request.reason,
    statusBefore,
  }
}

interface Terms {
  readonly refund: boolean
  readonly reason: string | undefined
  /** The moment that decides about fees. */
  readonly at: number
}

/** Cancels tickets, charges fees, reprices the order and gives money back. Returns the refund. */
function cancelTickets(
  order: OrderDocument,
  targets: readonly Target[],
  terms: Terms,
  change: Change,
  refundStatus: string,
): Minor {
  const decimals = decimalsOf(currencyOf(order))
  const totalBefore = parseMinor(order.order_pricing.price_total, decimals)
  const paidBefore = paidNet(order)
  for (const target of targets) cancelTarget(target, terms, change, decimals)
  dropLostPromos(order, decimals)
  reprice(order)
  if (!terms.refund || order.order_settlement_type !== 'DIRECT') return 0
  const totalAfter = parseMinor(order.order_pricing.price_total, decimals)
  const amount = Math.min(totalBefore - totalAfter, paidBefore - totalAfter)
  const bookings = targets.map((target) => target.booking.booking_reference)
  const refunded =
    amount > 0
      ? refundPayments(order, { amount, bookings, reason: terms.reason, status: refundStatus }, change)
      : 0
  if (!order.order_bookings.some(isLive)) releaseAuthorizations(order, change)
  if (refunded > 0)
    for (const { tickets } of targets)
      for (const ticket of tickets) ticket.product_type_payment_status = 'REFUNDED'
  return refunded
}

function cancelTarget({ booking, tickets }: Target, terms: Terms, change: Change, decimals: number): void {
  const value = tickets.reduce(
    (sum, ticket) => sum + parseMinor(ticket.product_type_pricing?.price_total ?? '0', decimals),
    0,
  )
  const fee = cancellationFee(booking, value, terms.at, decimals)
  for (const ticket of tickets)
    for (const each of [ticket, ...combiTicketsOf(booking, ticket)]) markCancelled(each)
  if (fee > 0) {
    const rate = Number(tickets[0]?.product_type_pricing?.price_taxes?.[0]?.tax_rate ?? 0)
    const entry: PriceFee = {
      fee_type: CANCELLATION_FEE,
      fee_amount: formatMinor(fee, decimals),
      fee_tax_amount: formatMinor(taxWithin(fee, rate), decimals),
      fee_included: true,
    }
    booking.booking_pricing.price_fees = [...(booking.booking_pricing.price_fees ?? []), entry]
  }
  const left = pricedTickets(booking).some(isActive)
  booking.booking_status = left ? 'BOOKING_UPDATED' : 'BOOKING_CANCELLED'
  booking.booking_version += 1
  booking.booking_modified = stamp(change.at)
  if (left) return
  booking.booking_cancelled = stamp(change.at)
  booking.booking_voucher_released = false
  if (terms.reason !== undefined) booking.booking_cancellation_reason = terms.reason
}

function markCancelled(ticket: TicketDocument): void {
  ticket.product_type_status = 'CANCELLED'
  ticket.product_type_redemption_status = 'CANCELLED'
}

function describe(now: readonly Target[], later: readonly Target[]): string {
  const count = (targets: readonly Target[]) =>
    targets.reduce((sum, target) => sum + target.tickets.length, 0)
  const parts = [
    now.length > 0 ? `${count(now)} ticket(s) cancelled` : '',
    later.length > 0 ? `${count(later)} ticket(s) waiting for the supplier` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Version, state and event log of a cancellation (rule 161: a fully cancelled order is final). */
function close(
  order: OrderDocument,
  reason: string | undefined,
  change: Change,
  note: string,
  refunded: Minor,
): void {
  const gone = !order.order_bookings.some(isLive)
  if (gone) {
    order.order_cancellation_date_time = stamp(change.at)
    if (reason !== undefined) order.order_cancellation_reason = reason
  }
  const text = reason === undefined ? note : `${note}: ${reason}`
  closeVersion(order, change, gone ? 'ORDER_CANCEL' : 'ORDER_UPDATE', text)
  if (refunded > 0) {
    const currency = currencyOf(order)
    addEvent(
      order,
      change,
      'PAYMENT_REFUND',
      `${formatMinor(refunded, decimalsOf(currency))} ${currency} given back`,
    )
  }
}
