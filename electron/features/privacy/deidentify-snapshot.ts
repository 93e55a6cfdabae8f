import { orderCurrency } from '@shared/features/orders'
import {
  allTexts,
  distinctiveOf,
  type LeftField,
  type LeftPlace,
  leftFieldSchema,
  mergeUnread,
  personalFields,
  stillHeld,
  type Unread,
  unreadBefore,
  unreadSchema,
} from '@shared/features/privacy'
import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { countOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { ProfileApi } from '../../api'
import { isGone, isRefused } from './is-refused'
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
  /** Whether it or the list of payments showed a payment; absent in records of before this was noted. */
  hasPayments: z.boolean().optional(),
  /** What was not shown before it was sent. */
  unread: z.array(unreadSchema).optional(),
  /** Of a reading after it was sent: what still holds what it held, and what was not shown, now or before. */
  verified: z
    .object({
      left: z.array(leftFieldSchema),
      versions: z.number().int(),
      unread: z.array(unreadSchema).optional(),
    })
    .optional(),
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
 * An order before it is sent, with its payments and with what leads to a person in earlier versions, or what was left in them.
 * What is not shown is noted, and is not verified by whatever is read later.
 */
export async function readBefore(
  { orders, payments }: Pick<ProfileApi, 'orders' | 'payments'>,
  reference: OrderReference,
  order: unknown,
  only?: readonly LeftPlace[],
): Promise<Result<DeidentifySnapshot, AppError>> {
  const listed = await withListedPayments({ payments }, reference, order)
  if (!listed.ok) return listed
  const { isWhole } = listed.value
  const hasPayments = listed.value.hasPayments || (only ?? []).some(isOfPayments)
  const snapshot = takeDeidentifySnapshot(listed.value.order, only)
  const read = only
    ? await readVersions({ orders }, reference, [...new Set(only.flatMap((place) => place.version ?? []))])
    : await earlierVersions({ orders }, reference, snapshot.orderVersion)
  if (!read.ok) return read
  const { versions } = read.value
  const unread = [...unreadPayments(hasPayments, isWhole), ...read.value.unread]
  return ok({
    ...snapshot,
    ...(only
      ? {
          fields: [
            ...snapshot.fields,
            ...versions.flatMap((one) => fieldsAt(one.document, placesIn(only, one))),
          ],
        }
      : { earlier: versions.flatMap((one) => distinctiveOf(personalFields(one.document), one.version)) }),
    hasPayments,
    ...(unread.length > 0 ? { unread: unread.map((one) => ({ ...one, before: true as const })) } : {}),
  })
}

const placesIn = (only: readonly LeftPlace[], { version }: Pick<EarlierVersion, 'version'>) =>
  only.filter((place) => place.version === version)

/** A place in the list of payments, as it is read with an order. */
const isOfPayments = ({ pointer }: Pick<LeftPlace, 'pointer'>): boolean => pointer.startsWith('/payments/')

/** An order without payments has none that could hold anything. */
const unreadPayments = (hasPayments: boolean, isWhole: boolean): Unread[] =>
  hasPayments && !isWhole ? [{ what: 'payments' }] : []

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
 * long as the server keeps them. What it refuses to show is told, and is not verified; with one that is not read for any other
 * reason nothing is.
 */
export async function verifyOrder(
  { orders, payments }: Pick<ProfileApi, 'orders' | 'payments'>,
  reference: OrderReference,
  order: unknown,
  before: Pick<DeidentifySnapshot, 'fields' | 'earlier' | 'hasPayments' | 'unread'>,
): Promise<Result<DeidentifySnapshot, AppError>> {
  const figures = figuresOf(order)
  const held = heldBefore(before)
  const listed = await withListedPayments({ payments }, reference, order)
  if (!listed.ok) return listed
  const left: LeftField[] = stillHeld(held, listed.value.order)
  const earlier = await earlierVersions({ orders }, reference, figures.orderVersion)
  if (!earlier.ok) return earlier
  const { versions } = earlier.value
  for (const { version, document } of versions) {
    left.push(...stillHeld(held, document).map((field) => ({ ...field, version })))
  }
  // Where it was not noted, there may have been one.
  const hasPayments = listed.value.hasPayments || (before.hasPayments ?? true)
  const unread = mergeUnread(
    unreadBefore(before.unread),
    unreadPayments(hasPayments, listed.value.isWhole),
    earlier.value.unread,
  )
  return ok({
    ...figures,
    fields: [],
    verified: { left, versions: versions.length + 1, ...(unread.length > 0 ? { unread } : {}) },
  })
}

/** How many fields of the newest version the reading could have found as they were. */
export const comparableFields = (
  { fields }: Pick<DeidentifySnapshot, 'fields'>,
  { unread = [] }: NonNullable<DeidentifySnapshot['verified']>,
): number =>
  unread.some(({ what }) => what === 'payments')
    ? fields.filter((field) => !isOfPayments(field)).length
    : fields.length

interface EarlierVersion {
  readonly version: number
  readonly document: unknown
}
interface ReadVersions {
  readonly versions: readonly EarlierVersion[]
  readonly unread: readonly Unread[]
}

/** Those before the newest. */
async function earlierVersions(
  api: Pick<ProfileApi, 'orders'>,
  reference: OrderReference,
  newest: number | null,
): Promise<Result<ReadVersions, AppError>> {
  const from = newest ?? 1
  const oldest = Math.max(1, from - mostVersions)
  const numbers = Array.from({ length: from - oldest }, (_, at) => from - 1 - at)
  const read = await readVersions(api, reference, numbers)
  if (!read.ok || oldest === 1) return read
  const { versions, unread } = read.value
  return ok({ versions, unread: [...unread, { what: 'versions-to', version: oldest - 1 }] })
}

/**
 * Versions that the server shows, and those that it refuses to. One that it keeps no more holds nothing. The error of one that
 * is not read for any other reason.
 */
async function readVersions(
  { orders }: Pick<ProfileApi, 'orders'>,
  reference: OrderReference,
  numbers: readonly number[],
): Promise<Result<ReadVersions, AppError>> {
  const versions: EarlierVersion[] = []
  const unread: Unread[] = []
  for (const version of numbers) {
    const earlier = await orders.get(reference, { version })
    const document = earlier.ok ? earlier.value.value.data.order : undefined
    // A server that knows no versions answers with the newest.
    const isOther = (countOf(fieldsOf(document).order_version) ?? version) !== version
    if (earlier.ok && !isOther) versions.push({ version, document })
    else if (!earlier.ok && isGone(earlier.error)) continue
    else if (earlier.ok || isRefused(earlier.error)) unread.push({ what: 'version', version })
    else return earlier
  }
  return ok({ versions, unread })
}
