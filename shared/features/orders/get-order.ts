import { z } from 'zod'
import type { Order } from '../../api'
import { operation } from '../../ipc/define'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'

/** An order as the API sent it: unknown fields stay in it, so only its being an object is checked. */
const orderDocumentSchema = z.custom<Order>((value) => typeof value === 'object' && value !== null)

/** An order that was read. */
export const readOrderSchema = z.object({
  order: orderDocumentSchema,
  /** The order's JSON as received, to the last digit. */
  raw: z.string(),
  /** When it was read: milliseconds since 1970 UTC. */
  readAt: z.number(),
})

/**
 * Reads one order. `fresh` asks the API itself and not its cache (rules.md #42): for what a decision rests on.
 * `version` asks for an earlier revision; VERSION_UNAVAILABLE when the API answers with another one.
 */
export const getOrder = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    order: orderReferenceSchema,
    version: z.number().int().min(1).optional(),
    fresh: z.boolean().optional(),
  }),
  output: readOrderSchema,
  errors: ['VERSION_UNAVAILABLE'],
})
