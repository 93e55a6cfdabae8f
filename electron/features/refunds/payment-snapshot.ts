import { type OrderPaymentRecord, orderCurrency, orderPayments } from '@shared/features/orders'
import { refundable, refundObstacles } from '@shared/features/refunds'
import { fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'

const text = z.string().nullable()

/** A payment record as the journal keeps it; codes, references and amounts, nothing of the payer. */
export const recordSchema = z.object({
  id: text,
  originalId: text,
  type: text,
  status: text,
  /** In the order's currency. */
  amount: text,
  paidAmount: text,
  paidCurrency: text,
})
export type RecordSnapshot = z.infer<typeof recordSchema>

/** What the journal keeps of an order around the refund of one of its payments. */
export const paymentSnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  /** The one currency of the bookings; null when there is none or they disagree (rules.md #121). */
  currency: text,
  /** What would be done; null when nothing can. */
  act: z.enum(['refund', 'release', 'stop']).nullable(),
  /** What is left of the payment, in the order's currency. */
  remaining: text,
  obstacle: z.enum([...refundObstacles, 'NOT_FOUND']).nullable(),
  method: text,
  records: z.array(recordSchema),
})
export type PaymentSnapshot = z.infer<typeof paymentSnapshotSchema>

/** Reduces an order to what the refund of the payment of this id needs to know. */
export function takeSnapshot(order: unknown, paymentId: string): PaymentSnapshot {
  const fields = fieldsOf(order)
  const records = orderPayments(order)
  const payment = records.find(({ id }) => id === paymentId)
  const left = payment
    ? refundable(payment, records, textOf(fields.order_settlement_type))
    : { obstacle: 'NOT_FOUND' as const }
  const version = Number(textOf(fields.order_version) ?? Number.NaN)
  const currency = orderCurrency(order)
  return {
    orderVersion: Number.isSafeInteger(version) ? version : null,
    orderStatus: textOf(fields.order_status) ?? null,
    priceTotal: textOf(fieldsOf(fields.order_pricing).price_total) ?? null,
    currency: currency.kind === 'one' ? currency.code : null,
    act: 'act' in left ? left.act : null,
    remaining: 'act' in left ? left.remaining : null,
    obstacle: 'obstacle' in left ? left.obstacle : null,
    method: payment?.method ?? null,
    records: records.map(recordOf),
  }
}

export function recordOf({ id, originalId, type, status, amount, paid }: OrderPaymentRecord): RecordSnapshot {
  return {
    id: id ?? null,
    originalId: originalId ?? null,
    type: type ?? null,
    status: status ?? null,
    amount: amount ?? null,
    paidAmount: paid.amount ?? null,
    paidCurrency: paid.currency ?? null,
  }
}

/** The payment record of an answer; none where it holds none. */
export const recordOfAnswer = (record: unknown): RecordSnapshot[] =>
  orderPayments({ order_payments: [record] }).map(recordOf)
