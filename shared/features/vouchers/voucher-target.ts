import { z } from 'zod'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'

/** Whose voucher: that of a whole order, or of one booking. */
export const voucherTargetSchema = z.strictObject({
  profile: profileIdSchema,
  order: orderReferenceSchema,
  /** `booking_reference`; left out: all of the order. */
  booking: z.string().min(1).max(128).optional(),
})
export type VoucherTarget = z.infer<typeof voucherTargetSchema>
