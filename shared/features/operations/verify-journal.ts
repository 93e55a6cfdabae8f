import { z } from 'zod'
import { operation } from '../../ipc/define'
import { gapSchema } from './get-journal-status'

/** Checks all of the journal anew: every link of its chain, every payload, and what the keychain remembers of it. */
export const verifyJournal = operation({
  kind: 'query',
  input: z.strictObject({}),
  output: z.object({
    entries: z.number().int(),
    events: z.number().int(),
    /** When the first event was recorded, in milliseconds since 1970 UTC. */
    since: z.number().int().optional(),
    /** Events that are not as they were written, the first 100; place 0 is the file as a whole. */
    flaws: z.array(
      z.object({
        seq: z.number().int(),
        what: z.enum(['unreadable', 'missing', 'altered', 'malformed']),
      }),
    ),
    gap: gapSchema.optional(),
    /** Whether there was something in the keychain to compare with. */
    anchored: z.boolean(),
  }),
  errors: ['NO_JOURNAL'],
})
