import { decimalsOf, formatMinor, parseMinor } from '../money/minor-units'
import { addEvent, type Change, touched } from '../orders/change'
import type { OrderDocument, PaymentDocument } from '../orders/document'
import { allTickets, currencyOf } from '../orders/pricing'

/** A refund that the payment provider has not carried out yet. */
export interface PendingRefund {
  readonly kind: 'REFUND'
  readonly paymentId: string
  readonly requestedAt: number
}

/** The refunds that a change added and that wait for the provider. */
export function newPendingRefunds(
  before: OrderDocument,
  order: OrderDocument,
  at: number,
): readonly PendingRefund[] {
  const known = new Set((before.order_payments ?? []).map((payment) => payment.payment_id))
  return (order.order_payments ?? [])
    .filter((payment) => isPending(payment) && !known.has(payment.payment_id))
    .map((payment) => ({ kind: 'REFUND', paymentId: payment.payment_id, requestedAt: at }))
}

const isPending = (payment: PaymentDocument): boolean =>
  payment.payment_type === 'REFUND' && payment.payment_status === 'PENDING'

/**
 * The provider's answer to a refund: its record changes, the order keeps its version. What was refused is not
 * off the running totals any more.
 */
export function settleRefund(
  before: OrderDocument,
  item: PendingRefund,
  accepted: boolean,
  change: Change,
): OrderDocument {
  const order = touched(before, change)
  const records = order.order_payments ?? []
  const position = records.findIndex((each) => each.payment_id === item.paymentId)
  const refund = records[position]
  if (!refund || !isPending(refund)) return order
  refund.payment_status = accepted ? 'REFUNDED' : 'REFUSED'
  if (!accepted) takeBack(order, refund, records.slice(0, position + 1))
  const amount = `${refund.payment_amount} ${currencyOf(order)}`
  addEvent(
    order,
    change,
    'PAYMENT_REFUND',
    accepted ? `${amount} given back` : `The payment provider refused to give ${amount} back`,
  )
  return order
}

/** Newest records first: the refund and all that came after it counted it as given back. */
function takeBack(order: OrderDocument, refund: PaymentDocument, since: readonly PaymentDocument[]): void {
  const decimals = decimalsOf(currencyOf(order))
  const amount = parseMinor(refund.payment_amount, decimals)
  for (const record of since) {
    record.payment_total = formatMinor(parseMinor(record.payment_total, decimals) + amount, decimals)
  }
  const others = (order.order_payments ?? []).some(
    (each) => each.payment_type === 'REFUND' && each.payment_status !== 'REFUSED',
  )
  for (const ticket of order.order_bookings.flatMap(allTickets)) {
    if (ticket.product_type_payment_status !== 'REFUNDED') continue
    ticket.product_type_payment_status = others ? 'PARTIAL_REFUND' : 'PAID'
  }
}
