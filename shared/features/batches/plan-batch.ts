import { z } from 'zod'
import { operation } from '../../ipc/define'
import { batchActionSchema } from './batch-action'
import { planIdSchema } from './batch-plan'

/**
 * The dry run of a resolved plan, or of one that was planned before: reads every order afresh and says what the action
 * would do to each line. Nothing is sent. Goes on after the answer, as {@link resolveBatch} does.
 */
export const planBatch = operation({
  kind: 'query',
  input: z.strictObject({ plan: planIdSchema, action: batchActionSchema }),
  output: z.object({}),
  errors: ['PLAN_GONE', 'PLAN_NOT_READY'],
})
