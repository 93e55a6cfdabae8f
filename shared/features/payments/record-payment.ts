import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { isDecimal } from '../../kernel/money'
import { seenOrderSchema } from '../cancellations'
import { manualMethods } from './manual-payment'

/** What was received, outside Prio. */
export const receivedPaymentSchema = z.strictObject({
  /** In the order's currency. */
  amount: z.string().max(40).refine(isDecimal, { message: 'an amount such as 20.50 is expected' }),
  /** The order's (rules.md #121). */
  currency: z.string().regex(/^[A-Z]{3}$/),
  method: z.enum(manualMethods),
  /** What names it where it was received: a bank's reference, the number of a receipt. */
  reference: z.string().trim().min(1).max(100).optional(),
  /** The day on which it was received. */
  date: z.iso.date(),
})
export type ReceivedPayment = z.infer<typeof receivedPaymentSchema>

/** What was seen of the order when deciding. */
export const seenDueSchema = z.strictObject({
  ...seenOrderSchema.shape,
  /** What was due, in the order's currency. */
  due: z.string().min(1).max(60),
})

/**
 * Records a payment that was received outside Prio (rules.md #173, #175). Answers once the operation is on disk. The id
 * of the operation is our reference of the payment, by which it is found again whatever becomes of the answer. Refused
 * when the order or what is due is not what was seen (ORDER_CHANGED), when nothing is due, and when it is more than is
 * due without `moreThanDue` (OVERPAYMENT).
 */
export const recordPayment = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    received: receivedPaymentSchema,
    /** The person has seen that it is more than is due. */
    moreThanDue: z.literal(true).optional(),
    seen: seenDueSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'ORDER_CANCELLED',
    'SETTLED_OUTSIDE',
    'NOTHING_DUE',
    'AMOUNT_UNCLEAR',
    'OVERPAYMENT',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
