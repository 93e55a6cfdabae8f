import { ticketsObstacle, ticketsRecipient } from '@shared/features/amendments'
import { orderCurrency } from '@shared/features/orders'
import { textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { OrderDocument } from '../../api'

const text = z.string().nullable()

/** What the journal keeps of an order around an update of its top level. */
export const savedOrderSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  /** The one currency of the bookings; null when there is none or they disagree (rules.md #121). */
  currency: text,
  /** Address that tickets are mailed to. */
  recipient: text,
  /** Why tickets cannot be mailed, as far as the order tells. */
  obstacle: z.enum(['ORDER_CANCELLED', 'NO_RECIPIENT', 'VOUCHERS_NOT_RELEASED']).nullable(),
})
export type SavedOrder = z.infer<typeof savedOrderSchema>

type Order = OrderDocument['value']['data']['order']

export function takeSnapshot(order: Order): SavedOrder {
  const version = Number(textOf(order.order_version))
  const currency = orderCurrency(order)
  return {
    orderVersion: Number.isSafeInteger(version) ? version : null,
    orderStatus: textOf(order.order_status) ?? null,
    priceTotal: textOf(order.order_pricing?.price_total) ?? null,
    currency: currency.kind === 'one' ? currency.code : null,
    recipient: ticketsRecipient(order)?.email ?? null,
    obstacle: ticketsObstacle(order) ?? null,
  }
}
