import { orderPayments } from '@shared/features/orders'
import { forecastRefund, type RefundTarget } from '@shared/features/refunds'
import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { countOf, entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { recordOf, recordSchema } from './payment-snapshot'

const text = z.string().nullable()

/** What the journal keeps of an order around a refund of more, or less, than one payment. */
export const selectionSnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  currency: text,
  /** What should come back, in the order's currency. */
  amount: text,
  /** Where bookings or tickets are refunded, the server chooses among these. */
  partial: z.boolean(),
  payments: z.array(
    z.object({ id: z.string(), act: z.enum(['refund', 'release', 'stop']), remaining: z.string() }),
  ),
  obstacle: text,
  /** The reference names payments of other orders as well. */
  otherOrders: z.boolean(),
  records: z.array(recordSchema),
})
export type SelectionSnapshot = z.infer<typeof selectionSnapshotSchema>

/** Reads an order afresh and what a refund by `target` reaches, elsewhere included. */
export async function readSelection(
  api: DistributorApi,
  { profile, order, target }: { profile: ProfileId; order: OrderReference; target: RefundTarget },
): Promise<Result<SelectionSnapshot, AppError>> {
  const { orders, payments } = api.for(profile)
  const document = await orders.get(order, { fresh: true })
  if (!document.ok) return document
  const snapshot = takeSelectionSnapshot(document.value.value.data.order, target)
  const { by, id } = target
  if (by !== 'payment_merchant_reference' && by !== 'payment_service_provider_reference') return ok(snapshot)
  const found = await payments.list({ [by]: id })
  if (!found.ok) return found
  const owners = entriesOf(fieldsOf(found.value.value.data).items).map((item) =>
    textOf(fieldsOf(item).payment_order_reference),
  )
  return ok({ ...snapshot, otherOrders: owners.some((owner) => owner !== order) })
}

export function takeSelectionSnapshot(order: unknown, target: RefundTarget): SelectionSnapshot {
  const { order_version, order_status, order_pricing } = fieldsOf(order)
  const forecast = forecastRefund(order, target)
  const known = 'obstacle' in forecast ? undefined : forecast
  return {
    orderVersion: countOf(order_version) ?? null,
    orderStatus: textOf(order_status) ?? null,
    priceTotal: textOf(fieldsOf(order_pricing).price_total) ?? null,
    currency: known?.currency ?? null,
    amount: known?.amount ?? null,
    partial: known?.partial ?? false,
    payments: [...(known?.payments ?? [])],
    obstacle: 'obstacle' in forecast ? forecast.obstacle : null,
    otherOrders: false,
    records: orderPayments(order).map(recordOf),
  }
}
