import { orderCurrency, orderPayments } from '@shared/features/orders'
import { manualPaymentObstacle, manualPaymentObstacles, paymentDue } from '@shared/features/payments'
import { countOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'

const text = z.string().nullable()

/** What the journal keeps of an order around a payment that is recorded by hand. */
export const dueSnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  /** The one currency of the bookings; null when there is none or they disagree (rules.md #121). */
  currency: text,
  /** What was still to be paid, in the order's currency; null when that is unclear. */
  due: text,
  obstacle: z.enum(manualPaymentObstacles).nullable(),
  /** The record that carries our reference. */
  recorded: z
    .object({
      ...{ id: text, status: text, amount: text, paidCurrency: text, paidAmount: text },
      // Absent in what older versions recorded.
      ...{ type: text.optional(), method: text.optional(), created: text.optional() },
    })
    .nullable(),
})
export type DueSnapshot = z.infer<typeof dueSnapshotSchema>

/**
 * Reduces an order to what recording a payment needs to know.
 * @param reference `payment_merchant_reference` of the payment
 * @param others payment records that were read apart from the order
 */
export function takeDueSnapshot(
  order: unknown,
  reference: string | undefined,
  others: readonly unknown[] = [],
): DueSnapshot {
  const { order_version, order_status, order_pricing, order_payments } = fieldsOf(order)
  const currency = orderCurrency(order)
  const due = paymentDue(order)
  const listed = Array.isArray(order_payments) ? order_payments : []
  const own = orderPayments({ order_payments: [...others, ...listed] }).find(
    ({ merchantReference }) => reference !== undefined && merchantReference === reference,
  )
  return {
    orderVersion: countOf(order_version) ?? null,
    orderStatus: textOf(order_status) ?? null,
    priceTotal: textOf(fieldsOf(order_pricing).price_total) ?? null,
    currency: currency.kind === 'one' ? currency.code : null,
    due: due.kind === 'known' ? due.due : null,
    obstacle: manualPaymentObstacle(order, due) ?? null,
    recorded: own
      ? {
          id: own.id ?? null,
          status: own.status ?? null,
          amount: own.amount ?? null,
          paidCurrency: own.paid.currency ?? null,
          paidAmount: own.paid.amount ?? null,
          type: own.type ?? null,
          method: own.method ?? null,
          created: own.created ?? null,
        }
      : null,
  }
}
