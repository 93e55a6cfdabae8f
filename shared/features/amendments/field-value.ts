import { z } from 'zod'
import { parseOffsetDateTime } from '../../kernel/time'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { ticketCount } from './booking-lines'
import type { EntryAmendment } from './list-entries'

/**
 * Names and positions from the order down, such as `['order_contacts', 0, 'contact_email']`. A booking stands under its
 * `booking_reference` and the number of its tickets of one kind under id and kind, since neither has a place of its own
 * that lasts: `['order_bookings', 'B1', 'product_type_details', '625011', 'ADULT']`.
 */
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

/** A new note as it is sent. */
export const noteEntry = ({ text, recipients }: NewNote) => ({
  note_value: text,
  ...(recipients.length > 0 ? { note_recipients: [...recipients] } : {}),
})

/** A note to add to a booking. */
export const bookingNoteSchema = newNoteSchema.extend({ booking: z.string().min(1).max(64) })
export type BookingNote = z.infer<typeof bookingNoteSchema>

/** Everything that one amendment does to an order. */
export interface Amendment extends EntryAmendment {
  readonly fields: readonly AmendedField[]
  readonly note?: NewNote | undefined
  readonly bookingNotes?: readonly BookingNote[] | undefined
}

/** `booking_reference` of the booking that a path leads into. */
export const bookingOfPath = ([first, second]: FieldPath): string | undefined =>
  first === 'order_bookings' && typeof second === 'string' ? second : undefined

/** The booking with this reference; a cancelled one only where there is no other. */
export function bookingOf(order: unknown, reference: string): Readonly<Record<string, unknown>> | undefined {
  return entriesOf(fieldsOf(order).order_bookings)
    .map(fieldsOf)
    .find(({ booking_reference }) => textOf(booking_reference) === reference)
}

/** What stands at a path of an order, as text or switch; never throws. */
export function valueAt(order: unknown, path: FieldPath): FieldValue {
  const reference = bookingOfPath(path)
  if (reference === undefined) return plainValueAt(order, path)
  const booking = bookingOf(order, reference)
  return booking ? bookingValueAt(booking, path.slice(2)) : null
}

function bookingValueAt(booking: unknown, path: FieldPath): FieldValue {
  const [first, second] = path
  if (first === 'product_type_details') return String(ticketCount(booking, String(second)))
  const value = plainValueAt(booking, path)
  // A point that was read as an object only is the chosen one all the same.
  return first === 'product_pickup_point_id' && value === null
    ? plainValueAt(booking, ['product_pickup_point', 'pickup_point_id'])
    : value
}

function plainValueAt(value: unknown, path: FieldPath): FieldValue {
  const found = path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  )
  if (typeof found === 'boolean') return found
  if (typeof found === 'string') return found === '' ? null : found
  return typeof found === 'number' ? String(found) : null
}

/** True for the same value; moments are compared as moments on the same clock ("10:00+01:00" is "10:00:00+01:00"). */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true
  if (typeof a !== 'string' || typeof b !== 'string') return false
  const [one, other] = [parseOffsetDateTime(a), parseOffsetDateTime(b)]
  return one !== undefined && one.epochMs === other?.epochMs && one.offset === other.offset
}

/** True for the same place. */
export const isSamePath = (a: FieldPath, b: FieldPath): boolean =>
  a.length === b.length && a.every((key, at) => key === b[at])
