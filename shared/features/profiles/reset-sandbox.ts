import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'

/** Puts the built-in sandbox of a profile back to its first day. `NOT_A_SANDBOX` for every other profile. */
export const resetSandbox = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema }),
  output: z.object({}),
  errors: ['NOT_A_SANDBOX', 'OPERATIONS_OPEN', 'NO_JOURNAL'],
})
