import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { seenOrderSchema } from '../cancellations'
import { amendedFieldSchema, newNoteSchema } from './field-value'

/**
 * Changes fields at the top level of an order, or adds a note to it (rules.md #153). Answers once the operation is on
 * disk. Refused when the order or a field of it is not what was seen (ORDER_CHANGED), when nothing is to be changed (INVALID_INPUT), and when the ticket mail that was
 * chosen would go to somebody else. Bookings are left as they are: none goes along (rules.md #155).
 */
export const amendOrder = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    fields: z.array(amendedFieldSchema).max(200),
    note: newNoteSchema.optional(),
    /** Has the tickets mailed with it (rules.md #187): the address that the person confirmed. Absent: no mail. */
    ticketsTo: z.string().min(1).max(320).optional(),
    seen: seenOrderSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'ORDER_CANCELLED',
    'NO_RECIPIENT',
    'VOUCHERS_NOT_RELEASED',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
