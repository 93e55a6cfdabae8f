import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { seenOrderSchema } from '../cancellations'

/**
 * Mails the guest a request to pay (rules.md #178). Answers once the operation is on disk. Refused when the order is not
 * the one that was seen or the mail would go to somebody else (ORDER_CHANGED), when there is nothing to pay or nobody to
 * ask. Nothing that can be read proves an e-mail, so an outcome that stays open is never sent again by itself.
 */
export const sendPaymentEmail = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    /** Address that the person confirmed. */
    recipient: z.string().min(1).max(320),
    seen: seenOrderSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'ORDER_CANCELLED',
    'SETTLED_OUTSIDE',
    'NOTHING_DUE',
    'NO_RECIPIENT',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
