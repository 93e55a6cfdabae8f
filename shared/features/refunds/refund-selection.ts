import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { refundTargetSchema } from './refund-forecast'
import { seenPaymentSchema } from './refund-payment'

/** What the person saw of a forecast: `remaining` is what should come back. */
export const seenForecastSchema = z.strictObject({
  ...seenPaymentSchema.shape,
  /** `payment_id` of every payment that it reaches. */
  payments: z.array(z.string().min(1).max(128)).min(1).max(200),
})

/**
 * Gives back by booking, ticket, whole order or a reference of the payment, without cancelling anything (rules.md #169).
 * Answers once the operation is on disk. The amount is a forecast: what came back is compared with it. Refused while a
 * refund of any of the payments is unsettled (ALREADY_IN_PROGRESS), when what it reaches is not what was seen
 * (ORDER_CHANGED), and when a reference names payments of other orders as well (OTHER_ORDERS).
 */
export const refundSelection = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    target: refundTargetSchema,
    reason: z.string().trim().min(3).max(500),
    seen: seenForecastSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'NOTHING_TO_REFUND',
    'SETTLED_OUTSIDE',
    'AMOUNT_UNCLEAR',
    'OTHER_ORDERS',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
