import { Refusal } from '../http/refusal'
import { decimalsOf, formatMinor, parseMinor } from '../money/minor-units'
import { addEvent, type Change, touched } from '../orders/change'
import type { OrderDocument } from '../orders/document'
import { currencyOf } from '../orders/pricing'
import { isUnderWay } from '../orders/refunds'
import { markTickets } from './add-payment'

/** A hosted payment page that lapses unless it is used before. */
export interface PendingLink {
  readonly kind: 'LINK'
  readonly paymentId: string
  readonly requestedAt: number
  readonly expiresAt: number
}

/** The links that a change added. */
export function newLinks(before: OrderDocument, order: OrderDocument, at: number): readonly PendingLink[] {
  const known = new Set((before.order_payments ?? []).map((payment) => payment.payment_id))
  return (order.order_payments ?? []).flatMap((payment): PendingLink[] => {
    const { payment_id: paymentId, payment_link_expires_at: expires } = payment
    if (known.has(paymentId) || typeof expires !== 'string') return []
    return [{ kind: 'LINK', paymentId, requestedAt: at, expiresAt: Date.parse(expires) }]
  })
}

/** What becomes of a link when its time is over: a payment that is still under way lapses. */
export function lapse(before: OrderDocument, { paymentId }: PendingLink, change: Change): OrderDocument {
  const payment = before.order_payments?.find((each) => each.payment_id === paymentId)
  if (!payment || !isUnderWay(before, payment)) return before
  return endPayment(before, paymentId, 'EXPIRED', change)
}

/** How a payment under way can end. */
export const ENDINGS = ['PAID', 'AUTHORIZED', 'REFUSED', 'ERROR', 'EXPIRED', 'PROCESSING'] as const

/**
 * What the guest or the provider makes of a payment that was started: its own record goes on, and once money
 * is taken the running totals count it (rule 176).
 */
export function endPayment(
  before: OrderDocument,
  paymentId: string,
  status: (typeof ENDINGS)[number],
  change: Change,
): OrderDocument {
  const order = touched(before, change)
  const records = order.order_payments ?? []
  const position = records.findIndex((payment) => payment.payment_id === paymentId)
  const payment = records[position]
  if (!payment || !isUnderWay(order, payment)) {
    throw new Refusal(409, 'NOT_UNDER_WAY', `Payment ${paymentId} is not under way.`)
  }
  payment.payment_status = status
  if (status === 'AUTHORIZED') payment.payment_type = 'AUTHORIZATION'
  if (status === 'PAID') {
    const decimals = decimalsOf(currencyOf(order))
    const amount = parseMinor(payment.payment_amount, decimals)
    for (const record of records.slice(0, position + 1)) {
      record.payment_total = formatMinor(parseMinor(record.payment_total, decimals) + amount, decimals)
    }
  }
  markTickets(order, payment, payment.payment_booking_references)
  addEvent(order, change, 'PAYMENT_CREATE', `${payment.payment_amount} ${currencyOf(order)} ${status}`)
  return order
}
