import { orderCurrency } from '@shared/features/orders'
import { paymentMailObstacle, paymentMailObstacles, paymentMailRecipient } from '@shared/features/payments'
import { countOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'

const text = z.string().nullable()

/** What the journal keeps of an order around a payment e-mail. */
export const emailSnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  /** The one currency of the bookings; null when there is none or they disagree (rules.md #121). */
  currency: text,
  /** Address that is asked to pay. */
  recipient: text,
  obstacle: z.enum(paymentMailObstacles).nullable(),
})
export type EmailSnapshot = z.infer<typeof emailSnapshotSchema>

/** Reduces an order to what a payment e-mail needs to know. */
export function takeEmailSnapshot(order: unknown): EmailSnapshot {
  const { order_version, order_status, order_pricing } = fieldsOf(order)
  const currency = orderCurrency(order)
  return {
    orderVersion: countOf(order_version) ?? null,
    orderStatus: textOf(order_status) ?? null,
    priceTotal: textOf(fieldsOf(order_pricing).price_total) ?? null,
    currency: currency.kind === 'one' ? currency.code : null,
    recipient: paymentMailRecipient(order)?.email ?? null,
    obstacle: paymentMailObstacle(order) ?? null,
  }
}
