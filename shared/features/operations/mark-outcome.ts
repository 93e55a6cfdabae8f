import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema } from '../../kernel/ids'
import { operationSchema } from './operation'

/**
 * Settles an operation that needs review by what a person found out elsewhere, once they have said so in a dialog of the
 * operating system as well. Who and why are kept; nothing is sent, and what it laid its hand on is free again.
 */
export const markOutcome = operation({
  kind: 'local',
  input: z.strictObject({
    operation: operationIdSchema,
    happened: z.boolean(),
    why: z.string().trim().min(3).max(500),
  }),
  output: z.object({ operation: operationSchema }),
  errors: ['NOT_IN_REVIEW', 'DECLINED', 'NO_JOURNAL'],
})
