import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, profileIdSchema } from '../../kernel/ids'
import { operationSchema } from './operation'

/**
 * Sends a queued operation without waiting any longer, if the order is still what the person decided on; else nothing
 * is sent, it stays queued, and `params` say what was seen and what is there now. `profile` is the operation's own.
 */
export const sendQueued = operation({
  kind: 'command',
  input: z.strictObject({ profile: profileIdSchema, operation: operationIdSchema }),
  output: z.object({ operation: operationSchema }),
  errors: ['NOT_QUEUED', 'ORDER_CHANGED', 'ANOTHER_ACCOUNT', 'READ_ONLY', 'NO_JOURNAL'],
})
