import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'

/**
 * Removes a profile and its secrets, once a person has said so in a native dialog; `DECLINED` when the answer is no. There
 * is always one left: the last is refused. `OPERATIONS_OPEN`, with
 * `params.count`: what became of them could not be found out any more. `REQUESTS_OPEN`, with `params.count`: requests to be
 * forgotten could neither be carried out any more, nor what they hold be cleared.
 */
export const removeProfile = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema }),
  output: z.object({}),
  errors: ['LAST_PROFILE', 'OPERATIONS_OPEN', 'REQUESTS_OPEN', 'NO_JOURNAL', 'DECLINED'],
})
