import { z } from 'zod'
import { operation } from '../../ipc/define'
import { batchIdSchema } from './batch'
import { startBatch } from './start-batch'

/**
 * Makes a batch of a plan of vouchers: asks for a folder in a dialog of the system and saves a PDF for every line into it.
 * Nothing that is there is replaced. Changes nothing at the API, so that a profile that can only read may do it; a plan of
 * anything else is refused. `batch` is absent when the person declined. FILE_NOT_WRITTEN: the folder takes no files.
 */
export const saveVouchers = operation({
  kind: 'local',
  input: startBatch.input,
  output: z.object({ batch: batchIdSchema.optional() }),
  errors: [
    'PLAN_GONE',
    'PLAN_NOT_READY',
    'PLAN_EXPIRED',
    'NOTHING_TO_SEND',
    'COUNT_MISMATCH',
    'ANOTHER_ACCOUNT',
    'NO_JOURNAL',
    'FILE_NOT_WRITTEN',
  ],
})

/** Opens the folder of such a batch in the file manager of the system. NO_FOLDER: it is not there any more. */
export const openBatchFolder = operation({
  kind: 'local',
  input: z.strictObject({ batch: batchIdSchema }),
  output: z.object({}),
  errors: ['NO_FOLDER', 'NO_JOURNAL'],
})
