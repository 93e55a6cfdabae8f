import { z } from 'zod'
import { operation } from '../../ipc/define'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { operationSchema } from './operation'
import { operationStateSchema } from './state'

/** A page of a profile's operations, newest first. */
export const listOperations = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    states: z.array(operationStateSchema).min(1).optional(),
    order: orderReferenceSchema.optional(),
    /** Such as "amend-order". */
    kinds: z.array(z.string().min(1).max(64)).min(1).max(20).optional(),
    /** `next` of the page before. */
    cursor: z.number().int().min(0).optional(),
    limit: z.number().int().min(1).max(200).default(100),
  }),
  output: z.object({
    operations: z.array(operationSchema),
    /** Where the following page starts; absent on the last one. */
    next: z.number().int().optional(),
    /** Unsettled operations of the profile by state. */
    unsettled: z.partialRecord(operationStateSchema, z.number().int()),
  }),
  errors: ['NO_JOURNAL'],
})
