import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'

/** Makes a profile the one that the asking window works with, and that the next new window starts with. */
export const selectProfile = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema }),
  output: z.object({}),
})
