import { z } from 'zod'
import { operation } from '../../ipc/define'
import { contactUidSchema, operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { amendedFieldSchema } from '../amendments'
import { seenOrderSchema } from '../cancellations'

/** The state in which somebody saw a contact and the order that it is on. */
export const seenContactSchema = seenOrderSchema.extend({
  /** `contact_version` of the contact itself, which the order's copy may be behind of. */
  contactVersion: z.number().int().nullable(),
})

/**
 * Changes a known contact and brings one of its orders to the new version (rules.md #190, #191); orders to come have the
 * new one as well. Answers once the operation is on disk. Refused when the order (ORDER_CHANGED), the contact or a field
 * of it (CONTACT_CHANGED) is not what was seen, and when nothing is to be changed (INVALID_INPUT).
 */
export const editContact = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    contact: contactUidSchema,
    /** Paths lead from the contact down. */
    fields: z.array(amendedFieldSchema).min(1).max(60),
    seen: seenContactSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'CONTACT_CHANGED',
    'ORDER_CANCELLED',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
