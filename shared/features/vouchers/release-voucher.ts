import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { seenOrderSchema } from '../cancellations'

/**
 * Releases the voucher of a booking, or of all of an order, although it is pending (rules.md #183): codes that the
 * supplier, the payment or a date was to let go of become valid for whoever holds them. Answers once the operation is on
 * disk. ALREADY_RELEASED: there is nothing to force.
 */
export const releaseVoucher = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    /** `booking_reference`; left out: all of the order. */
    booking: z.string().min(1).max(128).optional(),
    reason: z.string().trim().min(3).max(500),
    seen: seenOrderSchema,
  }),
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'ORDER_CANCELLED',
    'ALREADY_RELEASED',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
