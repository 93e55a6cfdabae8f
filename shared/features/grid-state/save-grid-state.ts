import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { gridIdSchema, gridStateSchema } from './grid-state'

/** Keeps how a list is left, in place of what was kept before. */
export const saveGridState = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, grid: gridIdSchema, state: gridStateSchema }),
  output: z.object({}),
})
