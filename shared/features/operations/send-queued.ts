import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, profileIdSchema } from '../../kernel/ids'
import { operationSchema } from './operation'

/** Sends a queued operation without waiting any longer. `profile` is the operation's own. */
export const sendQueued = operation({
  kind: 'command',
  input: z.strictObject({ profile: profileIdSchema, operation: operationIdSchema }),
  output: z.object({ operation: operationSchema }),
  errors: ['NOT_QUEUED', 'READ_ONLY', 'NO_JOURNAL'],
})
