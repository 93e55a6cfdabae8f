import { z } from 'zod'

/** Key of a profile: one set of credentials on one environment. Made by main. */
export const profileIdSchema = z.string().regex(/^[a-z0-9-]{1,64}$/)
export type ProfileId = z.infer<typeof profileIdSchema>

/** `order_reference`: at least 8 characters (endpoints.md). What cannot stand in a path is refused. */
export const orderReferenceSchema = z
  .string()
  .min(8)
  .max(128)
  .regex(/^[^\s/?#\\]+$/)
export type OrderReference = z.infer<typeof orderReferenceSchema>

/** `contact_uid` of a known contact: a UUID as far as the samples go. What cannot stand in a path is refused. */
export const contactUidSchema = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[^\s/?#\\]+$/)
export type ContactUid = z.infer<typeof contactUidSchema>

/** `stock_id` of a row of stock. What cannot stand in a path or in a list of ids is refused. */
export const stockIdSchema = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\s/?#\\,]+$/)
export type StockId = z.infer<typeof stockIdSchema>

const stockPrefix = 'stock_id:'

/**
 * What stands in the journal in the place of an order's reference for a change of stock, which is about no order: changes
 * of one row wait for each other as those of one order do. No order is called so.
 */
export const stockKey = (stock: StockId): OrderReference => `${stockPrefix}${stock}`

/** The row of stock that a {@link stockKey} names; `undefined` for the reference of an order. */
export const stockOfKey = (order: OrderReference): StockId | undefined =>
  order.startsWith(stockPrefix) ? order.slice(stockPrefix.length) : undefined

/** Under what the journal keeps operations on a contact by itself, in the place of an order. */
export const contactKey = (uid: ContactUid): OrderReference => `contact:${uid}`

/** The contact that such a key is of; `undefined` for the reference of an order. */
export const contactOfKey = (key: string): ContactUid | undefined =>
  key.startsWith('contact:') ? key.slice('contact:'.length) : undefined

/** Key of a journal entry, sent as `App-Operation-ID`. */
export const operationIdSchema = z.uuid()
export type OperationId = z.infer<typeof operationIdSchema>

/** An id or reference as text: the API may send it as a number too. `undefined` when missing or empty. */
export function idText(value: string | number | null | undefined): string | undefined {
  return value === null || value === undefined || value === '' ? undefined : String(value)
}
