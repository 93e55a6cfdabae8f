import { z } from 'zod'

/** A reason of the law or of the books to keep an order, in the desk's own words. */
export const retentionRuleSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** From which day on it counts. */
  since: z.enum(['created', 'travelled']),
  months: z.number().int().min(1).max(240),
})
export type RetentionRule = z.infer<typeof retentionRuleSchema>
