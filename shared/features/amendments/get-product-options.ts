import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { productIdSchema } from './find-slots'
import { productOptionsSchema } from './product-options'

/** What the product of a booking leaves to choose: slots, pickup points, kinds of tickets. */
export const getProductOptions = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, product: productIdSchema }),
  output: productOptionsSchema,
})
