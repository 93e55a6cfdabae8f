import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { stockRowSchema } from './stock-row'

/** Most rows that are chosen by their places: as many as a call of the bridge holds, and more than a distributor has. */
export const mostStockRows = 120_000

/**
 * Reads all rows of stock, closed ones as well. Asked with `If-Modified-Since` (rules.md #40): where nothing changed since
 * the reading that `known` names, the rows are left out.
 */
export const listStock = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    /** `reading` of the answer that the window still has. */
    known: z.string().max(64).optional(),
  }),
  output: z.object({
    reading: z.string(),
    /** As which account it was read; changes of these rows are for no other. */
    account: z.string().optional(),
    rows: z.array(stockRowSchema).optional(),
    /** Rows without a key of their own: they cannot be changed, so they are not shown. */
    withoutKey: z.number().int(),
    /** When the server said so, milliseconds since 1970 UTC. */
    readAt: z.number().int(),
  }),
})
