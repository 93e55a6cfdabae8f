import {
  type Amendment,
  amendedBookingsOf,
  applyAmendment,
  bookingObstacle,
  bookingOf,
  countAlike,
  countHolding,
  fieldValueSchema,
  isInPlace,
  type KnownBooking,
  pathWithout,
  ticketsObstacle,
  ticketsRecipient,
  valueAt,
  withReplacements,
} from '@shared/features/amendments'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { OrderDocument } from '../../api'
import { savedOrderSchema, takeSnapshot } from './order-snapshot'

/**
 * What the journal keeps of an order around an amendment. `recipient` and `obstacle` are those of the order with the
 * amendment in it: an address that is amended gets the mail that goes with it.
 */
export const amendedOrderSchema = savedOrderSchema.extend({
  /** The amended fields as they were read, in the order of the intent. */
  values: z.array(fieldValueSchema),
  /** Notes with the text of the new one. */
  notes: z.number().int(),
  /** The same of each note that a booking gets, in the order of the intent. */
  bookingNotes: z.array(z.number().int()).default([]),
  /** Entries with all values of each that is added, in the order of the intent. */
  added: z.array(z.number().int()).default([]),
  /** Of each entry that is taken off: whether it stands where it was seen, and how many read like it. */
  removed: z.array(z.object({ isInPlace: z.boolean(), alike: z.number().int() })).default([]),
  /** Of the amended bookings, those that cannot be amended, and why. */
  obstacles: z.array(z.object({ booking: z.string(), obstacle: z.string() })).default([]),
})
export type AmendedOrder = z.infer<typeof amendedOrderSchema>

type Order = OrderDocument['value']['data']['order']

/** @param known bookings of the order when the person amended it, by which a replaced one is found */
export function takeAmendedSnapshot(
  read: Order,
  amendment: Amendment,
  known: readonly KnownBooking[] = [],
): AmendedOrder {
  const { fields, note, bookingNotes = [], added = [], removed = [] } = amendment
  const order = withReplacements(read, amendedBookingsOf(amendment), known)
  const amended = applyAmendment(order, amendment)
  return {
    ...takeSnapshot(read),
    recipient: ticketsRecipient(amended)?.email ?? null,
    obstacle: ticketsObstacle(amended) ?? null,
    values: fields.map(({ path }) => valueAt(order, pathWithout(order, path, removed))),
    notes: note ? countNotes(fieldsOf(order).order_notes, note.text) : 0,
    bookingNotes: bookingNotes.map(({ booking, text }) =>
      countNotes(bookingOf(order, booking)?.booking_notes, text),
    ),
    added: added.map((entry) => countHolding(order, entry)),
    removed: removed.map((entry) => ({
      isInPlace: isInPlace(order, entry),
      alike: countAlike(order, entry),
    })),
    obstacles: amendedBookingsOf(amendment).flatMap((booking) => {
      const found = bookingOf(order, booking)
      const obstacle = found ? bookingObstacle(found) : 'NOT_IN_ORDER'
      return obstacle ? [{ booking, obstacle }] : []
    }),
  }
}

const countNotes = (notes: unknown, text: string): number =>
  entriesOf(notes).filter((entry) => textOf(fieldsOf(entry).note_value) === textOf(text)).length
