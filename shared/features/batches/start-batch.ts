import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { batchIdSchema } from './batch'
import { planIdSchema } from './batch-plan'

/**
 * Makes a batch of a plan as it was shown: every line is written into the journal before the first request leaves. `count`
 * is what the person typed, and must be the plan's `toSend` from {@link typedCountFrom} lines on. Each order must still
 * be what the plan saw when its turn comes; one that is not is left alone and says so.
 */
export const startBatch = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    plan: planIdSchema,
    count: z.number().int().min(0).optional(),
  }),
  output: z.object({ batch: batchIdSchema }),
  errors: [
    'PLAN_GONE',
    'PLAN_NOT_READY',
    'PLAN_EXPIRED',
    'NOTHING_TO_SEND',
    'COUNT_MISMATCH',
    'ANOTHER_ACCOUNT',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
