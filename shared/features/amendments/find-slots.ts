import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { slotSchema } from './slots'

/** `product_id` of a booking. */
export const productIdSchema = z.string().trim().min(1).max(64)

/** The slots of a product on one day, asked live (rules.md #43, #101). */
export const findSlots = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, product: productIdSchema, date: z.iso.date() }),
  output: z.object({
    slots: z.array(slotSchema),
    /** The API has more of that day than it sent. */
    isCut: z.boolean(),
  }),
})
