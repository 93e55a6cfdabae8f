import { z } from 'zod'

/** Names and positions from the order down, such as `['order_contacts', 0, 'contact_email']`. */
export const fieldPathSchema = z
  .array(z.union([z.string().min(1).max(64), z.number().int().min(0).max(9999)]))
  .min(1)
  .max(6)
  .readonly()
export type FieldPath = z.infer<typeof fieldPathSchema>

/** A text or a switch; null where there is none (missing, null and empty are alike, rules.md #47). */
export const fieldValueSchema = z.union([z.string().max(2000), z.boolean(), z.null()])
export type FieldValue = z.infer<typeof fieldValueSchema>

/** One field that a person changes: what they saw, and what they want. */
export const amendedFieldSchema = z.strictObject({
  path: fieldPathSchema,
  seen: fieldValueSchema,
  wanted: fieldValueSchema,
})
export type AmendedField = z.infer<typeof amendedFieldSchema>

/** A note to add to the order. */
export const newNoteSchema = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  /** Account levels that may read it (`AccountType`). */
  recipients: z.array(z.string().min(1).max(40)).max(10),
})
export type NewNote = z.infer<typeof newNoteSchema>

/** Everything that one amendment does to an order. */
export interface Amendment {
  readonly fields: readonly AmendedField[]
  readonly note?: NewNote | undefined
}

/** What stands at a path of an order, as text or switch; never throws. */
export function valueAt(order: unknown, path: FieldPath): FieldValue {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    order,
  )
  if (typeof found === 'boolean') return found
  if (typeof found === 'string') return found === '' ? null : found
  return typeof found === 'number' ? String(found) : null
}

/** True for the same place. */
export const isSamePath = (a: FieldPath, b: FieldPath): boolean =>
  a.length === b.length && a.every((key, at) => key === b[at])
