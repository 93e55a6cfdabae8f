import { z } from 'zod'
import { operation } from '../../ipc/define'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { batchActionSchema, listedKindSchema } from './batch-action'
import { maxLines, planIdSchema } from './batch-plan'

const part = z.string().min(1).max(128)

/** A reference as somebody wrote it, or what a grid knows: an order, a booking of it, or a payment of it. */
export const givenReferenceSchema = z.union([
  z.string().trim().min(1).max(128),
  z.strictObject({ order: orderReferenceSchema, booking: part.optional() }),
  z.strictObject({ order: orderReferenceSchema, payment: part }),
])
export type GivenReference = z.infer<typeof givenReferenceSchema>

/**
 * Begins a plan: looks every reference up, as an order's, a booking's or an external one. It reads only, at a pace, and
 * goes on after the answer: `batches.changed` tells of progress, `getBatchPlan` says how far it is. With an `action` the dry
 * run of it begins as soon as they are found.
 */
export const resolveBatch = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    kind: listedKindSchema,
    action: batchActionSchema.optional(),
    references: z.array(givenReferenceSchema).min(1).max(maxLines),
  }),
  output: z.object({ plan: planIdSchema }),
  errors: [],
})
