import { z } from 'zod'
import type { OrderChange } from './diff-order'

const labelSchema = z.object({ field: z.string(), value: z.string() })

/** {@link OrderChange} as it is kept and sent between processes. */
export const orderChangeSchema = z.object({
  path: z
    .array(z.object({ field: z.string(), entry: z.array(labelSchema).readonly().optional() }))
    .readonly(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: z.string().optional(),
  after: z.string().optional(),
}) satisfies z.ZodType<OrderChange>
