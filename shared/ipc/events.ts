import { z } from 'zod'
import { routeSchema } from '../features/windows'
import { profileIdSchema } from '../kernel/ids'

/**
 * Pushes from main to every window: name → payload. They say that something changed, not what it is now;
 * the renderer asks again.
 */
export const events = {
  'journal.changed': z.object({ operationIds: z.array(z.string()), orderReferences: z.array(z.string()) }),
  /** How many events of the journal are checked, of how many, while it is verified. */
  'journal.verifying': z.object({ checked: z.number().int(), of: z.number().int() }),
  /** How many operations are written, while they are exported. */
  'journal.exporting': z.object({ rows: z.number().int() }),
  /** Told at most four times a second, however much goes on. */
  'batches.changed': z.object({ batches: z.array(z.string()), plans: z.array(z.string()) }),
  /** `renewed`: profiles whose orders may be others than before. */
  'profiles.changed': z.object({ renewed: z.array(profileIdSchema) }),
  /** References of orders that the mirror holds otherwise than before; told at most four times a second. */
  'mirror.changed': z.object({ profile: profileIdSchema, orders: z.array(z.string()) }),
  /** How a mirror stands, or how far it is, changed; told at most four times a second. */
  'mirror.state': z.object({ profile: profileIdSchema }),
  /** Views or searches that are kept with a mirror are others than before. */
  'mirror.kept': z.object({ profile: profileIdSchema }),
  /** How many orders of a list are written, of how many, while it is exported. */
  'mirror.exporting': z.object({ profile: profileIdSchema, orders: z.number().int(), of: z.number().int() }),
  /** Requests to be forgotten that stand otherwise than before. */
  'privacy.changed': z.object({ profile: profileIdSchema, requests: z.array(z.string()) }),
  /** How many orders and contacts were looked at so far, while somebody is searched for. */
  'privacy.searching': z.object({ profile: profileIdSchema, request: z.string(), looked: z.number().int() }),
  /** What was read of these orders is to be let go of: their guests are erased. */
  'privacy.erased': z.object({ profile: profileIdSchema, orders: z.array(z.string()) }),
  /** What a person set for the stock of a profile is other than before. */
  'stock.rules': z.object({ profile: profileIdSchema }),
  'settings.changed': z.object({}),
  /** The menu asks the window in front. */
  'menu.command': z.object({ command: z.enum(['open-settings', 'show-help']) }),
  /** A link from outside asks the window in front to show a place. */
  'window.show': z.object({ route: routeSchema }),
} as const satisfies Readonly<Record<string, z.ZodType>>

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>
