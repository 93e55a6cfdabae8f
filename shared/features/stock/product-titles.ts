import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'

/** Most products whose titles are asked for. */
export const mostProductTitles = 300

/**
 * Titles of the products that the stock read last is of, by their ids: the list of stock has ids only (models.md, Stock).
 * Those that the API does not give are left out; what was read stays in memory.
 */
export const listProductTitles = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema }),
  output: z.object({ titles: z.record(z.string(), z.string()) }),
})
