import { z } from 'zod'
import { operation } from '../../ipc/define'

/** What the keychain remembers of the journal and the file does not hold. */
export const gapSchema = z.object({
  what: z.enum(['deleted', 'cut', 'replaced']),
  /** When the keychain was last told of it, in milliseconds since 1970 UTC. */
  anchoredAt: z.number().int(),
  /** Events and operations that there were then. */
  anchoredEvents: z.number().int(),
  anchoredEntries: z.number().int(),
  /** Events that are there. */
  events: z.number().int(),
})

/** Whether operations can be recorded, and if not, why. */
export const journalStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  /** Read-only: what could be read is listed. */
  z.object({
    state: z.literal('damaged'),
    readableEntries: z.number().int(),
    /** Place of the first event that is not as it was written; 0 is the file as a whole. */
    firstFlaw: z.number().int().optional(),
    gap: gapSchema.optional(),
  }),
  /** The key is not to be had, or gone while the file is there. */
  z.object({ state: z.literal('locked'), reason: z.string() }),
  z.object({
    state: z.literal('unusable'),
    why: z.enum(['wrong-key', 'newer', 'in-use', 'unreadable', 'store-down']),
  }),
])
export type JournalState = z.infer<typeof journalStatusSchema>

/** Opens the journal if it is not open, and says how it stands. */
export const getJournalStatus = operation({
  kind: 'query',
  input: z.strictObject({}),
  output: journalStatusSchema,
})
