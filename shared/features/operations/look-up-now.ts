import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema } from '../../kernel/ids'
import { operationSchema } from './operation'

/** Looks the open outcome of an operation up now; answers the operation afterwards. It reads and sends nothing. */
export const lookUpNow = operation({
  kind: 'local',
  input: z.strictObject({ operation: operationIdSchema }),
  output: z.object({ operation: operationSchema }),
  errors: ['NO_JOURNAL'],
})
