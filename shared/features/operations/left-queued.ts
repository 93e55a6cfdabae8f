import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationSchema } from './operation'

/**
 * What an earlier run left queued, of all profiles, oldest first, to be asked about once after a start: empty when that
 * was put off, and while the journal is not open. Lines of a batch are left to their batch.
 */
export const listLeftQueued = operation({
  kind: 'query',
  input: z.strictObject({}),
  output: z.object({ operations: z.array(operationSchema) }),
  errors: ['NO_JOURNAL'],
})

/** Asks no more about what was left queued until the next start. It stays queued, and is listed in Operations. */
export const putOffLeftQueued = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({}),
})
