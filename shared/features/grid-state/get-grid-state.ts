import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { gridIdSchema, gridStateSchema } from './grid-state'

/** How a list was left in this profile; empty before the first time. */
export const getGridState = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, grid: gridIdSchema }),
  output: gridStateSchema,
})
