import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { seenOrderSchema } from '../cancellations'

/** What the person saw of the payment when deciding. */
export const seenPaymentSchema = z.strictObject({
  ...seenOrderSchema.shape,
  /** What was left of it, in the order's currency. */
  remaining: z.string().min(1).max(60),
  /** The order's currency (rules.md #121). */
  currency: z.string().regex(/^[A-Z]{3}$/),
})

/**
 * Gives the whole of what is left of one payment back, without cancelling anything, or lets go of an authorisation
 * (rules.md #168, #170, #171). One that is under way is stopped by `cancelPayment` instead. Always by `payment_id`: an order reference would mean all payments.
 * Answers once the operation is on disk. Refused when the order or what is left of the payment is not what was seen
 * (ORDER_CHANGED), when nothing is left (NOTHING_TO_REFUND), and when Prio does not hold the money (SETTLED_OUTSIDE).
 */
export const refundPayment = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    /** `payment_id` of the payment. */
    payment: z.string().trim().min(1).max(128),
    reason: z.string().trim().min(3).max(500),
    seen: seenPaymentSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'NOTHING_TO_REFUND',
    'SETTLED_OUTSIDE',
    'AMOUNT_UNCLEAR',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
