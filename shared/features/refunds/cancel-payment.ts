import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema } from '../../kernel/ids'
import { refundPayment } from './refund-payment'

/**
 * Stops a payment that is under way, such as one begun on a terminal (rules.md #168). Answers once the operation is on
 * disk. Refused when it was taken, refused or stopped meanwhile: what was taken is refunded instead.
 */
export const cancelPayment = operation({
  kind: 'command',
  input: refundPayment.input,
  output: z.object({ operations: z.array(operationIdSchema).length(1) }),
  errors: refundPayment.errors,
})
