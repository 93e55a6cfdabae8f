import { orderCurrency } from '@shared/features/orders'
import {
  allTexts,
  distinctiveOf,
  type LeftField,
  type LeftPlace,
  leftFieldSchema,
  personalFields,
  stillHeld,
} from '@shared/features/privacy'
import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { countOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { ProfileApi } from '../../api'
import { isRefused } from './is-refused'
import { withListedPayments } from './listed-payments'

const text = z.string().nullable()

/** A personal field as it was, in a payload that can be purged. */
export const erasedFieldSchema = z.object({
  pointer: z.string(),
  field: z.string(),
  value: z.string(),
  /** Not a personal field: an earlier erasure left it where something else should stand. */
  elsewhere: z.literal(true).optional(),
})

/** What the journal keeps of an order around its erasure. */
export const deidentifySnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  currency: text,
  /** Personal fields that hold something; none of what was read to verify. */
  fields: z.array(erasedFieldSchema),
  /** What earlier versions held that leads to a person, such as an address before it was corrected. */
  earlier: z.array(erasedFieldSchema).optional(),
  /** Of a reading after it was sent: what still holds what it held. */
  verified: z.object({ left: z.array(leftFieldSchema), versions: z.number().int() }).optional(),
})
export type DeidentifySnapshot = z.infer<typeof deidentifySnapshotSchema>
export type ErasedFields = DeidentifySnapshot['fields']

/** Everything that is looked for after it was sent. */
export const heldBefore = ({ fields, earlier = [] }: Pick<DeidentifySnapshot, 'fields' | 'earlier'>) => [
  ...fields,
  ...earlier,
]

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
 * @param only where an erasure before left something: what stands there now is what is verified, in place of all
 */
export function takeDeidentifySnapshot(order: unknown, only?: readonly LeftPlace[]): DeidentifySnapshot {
  const fields =
    only === undefined
      ? personalFields(order).map(({ pointer, field, value }) => ({ pointer, field, value }))
      : fieldsAt(
          order,
          only.filter(({ version }) => version === undefined),
        )
  return { ...figuresOf(order), fields }
}

/**
 * What earlier versions hold of what was left in them. One that the server has no more holds nothing to look for; the error
 * of any other that is not read.
 */
export async function fieldsOfEarlier(
  { orders }: Pick<ProfileApi, 'orders'>,
  reference: OrderReference,
  only: readonly LeftPlace[] = [],
): Promise<Result<ErasedFields, AppError>> {
  const fields: ErasedFields = []
  for (const version of new Set(only.flatMap((place) => place.version ?? []))) {
    const earlier = await orders.get(reference, { version })
    if (!earlier.ok) {
      if (isRefused(earlier.error)) continue
      return earlier
    }
    const places = only.filter((place) => place.version === version)
    fields.push(...fieldsAt(earlier.value.value.data.order, places))
  }
  return ok(fields)
}

/** What stands at these places, in personal fields or not. */
function fieldsAt(order: unknown, places: readonly LeftPlace[]): ErasedFields {
  const wanted = new Set(places.map(({ pointer }) => pointer))
  const personal = new Set(personalFields(order).map(({ pointer }) => pointer))
  return allTexts(order)
    .filter(({ pointer }) => wanted.has(pointer))
    .map(({ pointer, field, value }) => ({
      ...{ pointer, field, value },
      ...(personal.has(pointer) ? {} : { elsewhere: true as const }),
    }))
}

/** Earlier versions that are read to verify; an order has a few. */
const mostVersions = 50

/**
 * An order after it was sent, compared with what was there: its newest version with its payments, and those before, which can be read for as
 * long as the server keeps them. Versions that it refuses to show are not held against it; with one that is not read for
 * any other reason nothing is verified.
 */
export async function verifyOrder(
  { orders, payments }: Pick<ProfileApi, 'orders' | 'payments'>,
  reference: OrderReference,
  order: unknown,
  before: ErasedFields,
): Promise<Result<DeidentifySnapshot, AppError>> {
  const figures = figuresOf(order)
  const listed = await withListedPayments({ payments }, reference, order)
  if (!listed.ok) return listed
  const left: LeftField[] = stillHeld(before, listed.value)
  const versions = await earlierVersions({ orders }, reference, figures.orderVersion)
  if (!versions.ok) return versions
  for (const { version, document } of versions.value) {
    left.push(...stillHeld(before, document).map((field) => ({ ...field, version })))
  }
  return ok({ ...figures, fields: [], verified: { left, versions: versions.value.length + 1 } })
}

/** Those that the server shows; the error of one that is not read for any other reason than that it refuses. */
async function earlierVersions(
  { orders }: Pick<ProfileApi, 'orders'>,
  reference: OrderReference,
  newest: number | null,
): Promise<Result<{ version: number; document: unknown }[], AppError>> {
  const versions: { version: number; document: unknown }[] = []
  const from = newest ?? 1
  for (let version = from - 1; version >= Math.max(1, from - mostVersions); version--) {
    const earlier = await orders.get(reference, { version })
    if (earlier.ok) versions.push({ version, document: earlier.value.value.data.order })
    else if (!isRefused(earlier.error)) return earlier
  }
  return ok(versions)
}

/** What earlier versions hold that leads to a person, before it is sent. */
export async function distinctiveOfEarlier(
  api: Pick<ProfileApi, 'orders'>,
  reference: OrderReference,
  newest: number | null,
): Promise<Result<ErasedFields, AppError>> {
  const versions = await earlierVersions(api, reference, newest)
  if (!versions.ok) return versions
  return ok(
    versions.value.flatMap(({ version, document }) => distinctiveOf(personalFields(document), version)),
  )
}
