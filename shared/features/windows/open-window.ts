import { z } from 'zod'
import { operation } from '../../ipc/define'

/** A place in the renderer: `/orders/PRI88412039`, with a query at most. */
export const routeSchema = z
  .string()
  .max(512)
  .regex(/^\/(?!\/)[^\s#\\]*$/, 'a route starts with one slash and has no spaces')

/** Opens a further window on a route. */
export const openWindow = operation({
  kind: 'local',
  input: z.strictObject({ route: routeSchema.default('/') }),
  output: z.object({}),
})
