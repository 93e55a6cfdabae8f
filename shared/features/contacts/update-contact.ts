import { z } from 'zod'
import { operation } from '../../ipc/define'
import { contactUidSchema, operationIdSchema, profileIdSchema } from '../../kernel/ids'
import { amendedFieldSchema } from '../amendments'

/**
 * Changes a known contact by itself (rules.md #189, #190): orders that are there keep the version that they have, orders to
 * come have the new one. Answers once the operation is on disk. Refused when the contact or a field of it is not what was
 * seen (CONTACT_CHANGED), and when nothing is to be changed (INVALID_INPUT).
 */
export const updateContact = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    contact: contactUidSchema,
    /** Paths lead from the contact down. */
    fields: z.array(amendedFieldSchema).min(1).max(80),
    seen: z.strictObject({ contactVersion: z.number().int().nullable() }),
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: ['ALREADY_IN_PROGRESS', 'CONTACT_CHANGED', 'READ_ONLY', 'NO_JOURNAL'],
})
