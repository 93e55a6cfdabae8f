import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema } from '../../kernel/ids'
import { operationSchema } from './operation'

/** One entry of an operation's history. */
const operationStepSchema = z.object({
  /** From 1. */
  ordinal: z.number().int(),
  at: z.number().int(),
  /** Such as "sending" or "looked-up". */
  type: z.string(),
})

export type OperationStep = z.infer<typeof operationStepSchema>

/** One operation with its history, oldest step first. */
export const getOperation = operation({
  kind: 'query',
  input: z.strictObject({ operation: operationIdSchema }),
  output: z.object({ operation: operationSchema, steps: z.array(operationStepSchema) }),
  errors: ['NO_JOURNAL'],
})
