import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema } from '../../kernel/ids'
import { operationSchema } from './operation'

/** Takes a queued operation back; nothing of it was sent. */
export const withdrawQueued = operation({
  kind: 'local',
  input: z.strictObject({ operation: operationIdSchema }),
  output: z.object({ operation: operationSchema }),
  errors: ['NOT_QUEUED', 'NO_JOURNAL'],
})
