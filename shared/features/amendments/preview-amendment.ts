import { z } from 'zod'
import { operation } from '../../ipc/define'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { seenOrderSchema } from '../cancellations'
import { amendedFieldSchema, bookingNoteSchema, newNoteSchema } from './field-value'
import { addedEntrySchema, removedEntrySchema } from './list-entries'
import { priceSwitchesSchema } from './price-switches'

/**
 * What an order would cost with an amendment, by the API's own preview (rules.md #156). The name of its switch is a
 * guess, and under a wrong name the amendment would be performed: it is asked of the built-in sandbox alone, and
 * refused anywhere else (PREVIEW_UNAVAILABLE).
 */
export const previewAmendment = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    fields: z.array(amendedFieldSchema).max(200),
    note: newNoteSchema.optional(),
    bookingNotes: z.array(bookingNoteSchema).max(100).optional(),
    added: z.array(addedEntrySchema).max(50).optional(),
    removed: z.array(removedEntrySchema).max(100).optional(),
    switches: priceSwitchesSchema.optional(),
    seen: seenOrderSchema,
  }),
  /** `order_pricing.price_total`, as the order would have it. */
  output: z.object({ total: z.string().nullable() }),
  errors: [
    'PREVIEW_UNAVAILABLE',
    'ORDER_CHANGED',
    'ORDER_CANCELLED',
    'BOOKING_NOT_AMENDABLE',
    'NO_RECIPIENT',
    'VOUCHERS_NOT_RELEASED',
  ],
})
