import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'

/**
 * How many operations of a profile wait for an answer or for a person. It opens nothing: while the journal is not open
 * there are none to tell of.
 */
export const countWaiting = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema }),
  output: z.object({
    /** Outcomes that are not known, and entries that are held. */
    waiting: z.number().int(),
    /** Those of them that only a person can decide about. */
    review: z.number().int(),
    /** There is a journal that cannot be used, so that nobody knows what waits. */
    unusable: z.boolean(),
  }),
  errors: ['NO_JOURNAL'],
})
