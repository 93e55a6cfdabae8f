import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { requestMomentSchema } from '../orders'
import { orderFindings } from './order-money'
import { paymentRowSchema } from './payment-row'

/**
 * Judges one page of the orders that were created in a period, each by its whole document, newest first. Asked page by
 * page, so that whoever waits sees how far it is and can stop.
 */
export const reviewOrders = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    finding: z.enum(orderFindings),
    createdFrom: requestMomentSchema,
    createdTo: requestMomentSchema,
    /** 1-based (rules.md #38). */
    page: z.number().int().min(1).max(10_000),
  }),
  output: z.object({
    /** The payment records of the orders that were found. */
    rows: z.array(paymentRowSchema),
    /** Orders on this page, and those of them that were found. */
    looked: z.number().int(),
    found: z.number().int(),
    /** Orders that could not be judged. */
    unclear: z.number().int(),
    /** Orders of the period, where the API says so. */
    total: z.number().int().optional(),
    /** Absent on the last page. */
    nextPage: z.number().int().optional(),
    fetchedAt: z.number(),
  }),
  errors: [],
})
