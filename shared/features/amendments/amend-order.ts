import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { seenOrderSchema } from '../cancellations'
import { amendedFieldSchema, bookingNoteSchema, newNoteSchema } from './field-value'
import { addedEntrySchema, removedEntrySchema } from './list-entries'
import { priceSwitchesSchema } from './price-switches'

/**
 * Changes fields of an order or of its bookings, or adds a note to them (rules.md #153). Answers once the operation is on
 * disk. Refused when the order or a field of it is not what was seen (ORDER_CHANGED), when nothing is to be changed
 * (INVALID_INPUT), and when the ticket mail that was chosen would go to somebody else. A booking that is amended is
 * cancelled and booked anew by the server (rules.md #155), which BOOKING_NOT_AMENDABLE refuses where it cannot be; the
 * others do not go along.
 */
export const amendOrder = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    fields: z.array(amendedFieldSchema).max(200),
    note: newNoteSchema.optional(),
    bookingNotes: z.array(bookingNoteSchema).max(100).optional(),
    added: z.array(addedEntrySchema).max(50).optional(),
    removed: z.array(removedEntrySchema).max(100).optional(),
    /** Has the tickets mailed with it (rules.md #187): the address that the person confirmed. Absent: no mail. */
    ticketsTo: z.string().min(1).max(320).optional(),
    switches: priceSwitchesSchema.optional(),
    /** `price_total` that a preview has shown; what comes back is compared with it. */
    forecast: z.string().max(40).optional(),
    seen: seenOrderSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'ORDER_CANCELLED',
    'BOOKING_NOT_AMENDABLE',
    'SLOT_UNAVAILABLE',
    'NO_RECIPIENT',
    'VOUCHERS_NOT_RELEASED',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
