import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { batchIdSchema, batchSchema } from './batch'
import { planIdSchema } from './batch-plan'

/** Sends nothing more of a running batch; what is under way ends. */
export const pauseBatch = operation({
  kind: 'local',
  input: z.strictObject({ batch: batchIdSchema }),
  output: z.object({ batch: batchSchema }),
  errors: ['BATCH_ENDED', 'NO_JOURNAL'],
})

/**
 * Goes on with a paused batch. No command, as a profile that can only read may go on with what changes nothing: whether the
 * batch may go on is asked of its own profile, then and whenever something of it is begun.
 */
export const resumeBatch = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, batch: batchIdSchema }),
  output: z.object({ batch: batchSchema }),
  errors: ['BATCH_ENDED', 'ANOTHER_ACCOUNT', 'READ_ONLY', 'NO_JOURNAL'],
})

/** Ends a batch after what is under way: everything that was not sent is withdrawn. */
export const stopBatch = operation({
  kind: 'local',
  input: z.strictObject({ batch: batchIdSchema }),
  output: z.object({ batch: batchSchema }),
  errors: ['BATCH_ENDED', 'NO_JOURNAL'],
})

/**
 * Plans the failed lines of a batch again, with the same action: the dry run begins at once and is confirmed like any
 * other. Lines whose outcome is not known are never among them.
 */
export const retryFailed = operation({
  kind: 'query',
  input: z.strictObject({ batch: batchIdSchema }),
  output: z.object({ plan: planIdSchema }),
  errors: ['NOTHING_TO_SEND', 'NO_JOURNAL'],
})

/** Saves all lines as CSV where a dialog of the system says; `savedAs` is absent when the person declined. */
export const exportBatch = operation({
  kind: 'local',
  input: z.strictObject({ batch: batchIdSchema }),
  output: z.object({ savedAs: z.string().optional() }),
  errors: ['FILE_NOT_WRITTEN', 'NO_JOURNAL'],
})
