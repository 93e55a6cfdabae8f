import { orderCurrency } from '@shared/features/orders'
import { type LeftField, leftFieldSchema, personalFields, stillHeld } from '@shared/features/privacy'
import type { OrderReference } from '@shared/kernel/ids'
import { countOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { ProfileApi } from '../../api'

const text = z.string().nullable()

/** A personal field as it was, in a payload that can be purged. */
export const erasedFieldSchema = z.object({ pointer: z.string(), field: z.string(), value: z.string() })

/** What the journal keeps of an order around its erasure. */
export const deidentifySnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  currency: text,
  /** Personal fields that hold something; none of what was read to verify. */
  fields: z.array(erasedFieldSchema),
  /** Of a reading after it was sent: what still holds what it held. */
  verified: z.object({ left: z.array(leftFieldSchema), versions: z.number().int() }).optional(),
})
export type DeidentifySnapshot = z.infer<typeof deidentifySnapshotSchema>
export type ErasedFields = DeidentifySnapshot['fields']

const figuresOf = (order: unknown) => {
  const { order_version, order_status, order_pricing } = fieldsOf(order)
  const currency = orderCurrency(order)
  return {
    orderVersion: countOf(order_version) ?? null,
    orderStatus: textOf(order_status) ?? null,
    priceTotal: textOf(fieldsOf(order_pricing).price_total) ?? null,
    currency: currency.kind === 'one' ? currency.code : null,
  }
}

/**
 * An order before it is sent.
 * @param only where the fields stand that are to be verified, after an erasure that left some; else all
 */
export function takeDeidentifySnapshot(order: unknown, only?: readonly string[]): DeidentifySnapshot {
  const fields = personalFields(order)
    .filter(({ pointer }) => only === undefined || only.includes(pointer))
    .map(({ pointer, field, value }) => ({ pointer, field, value }))
  return { ...figuresOf(order), fields }
}

/** Earlier versions that are read to verify; an order has a few. */
const mostVersions = 50

/**
 * An order after it was sent, compared with what was there: its newest version and those before, which can be read for as
 * long as the server keeps them. Versions that cannot be read are not held against it.
 */
export async function verifyOrder(
  { orders }: Pick<ProfileApi, 'orders'>,
  reference: OrderReference,
  order: unknown,
  before: ErasedFields,
): Promise<DeidentifySnapshot> {
  const figures = figuresOf(order)
  const left: LeftField[] = stillHeld(before, order)
  const newest = figures.orderVersion ?? 1
  let versions = 1
  for (let version = newest - 1; version >= Math.max(1, newest - mostVersions); version--) {
    const earlier = await orders.get(reference, { version })
    if (!earlier.ok) continue
    versions += 1
    const { order: document } = earlier.value.value.data
    left.push(...stillHeld(before, document).map((field) => ({ ...field, version })))
  }
  return { ...figures, fields: [], verified: { left, versions } }
}
