import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, profileIdSchema, stockIdSchema } from '../../kernel/ids'
import { mostPieces } from './stock-guards'
import { stockFiguresSchema } from './stock-row'

/** Most rows that are changed at once, as in any batch. */
export const mostStockChanges = 5000

/** A change of one row, as the person confirmed it. */
export const stockChangeSchema = z.strictObject({
  stock: stockIdSchema,
  /** How the row was when the person confirmed it. It must still be so when its turn comes. */
  seen: stockFiguresSchema.strict(),
  /** Pieces that can be sold from then on. */
  wanted: z.number().int().min(0).max(mostPieces),
  /** The person was asked, as it is down by more than half. */
  bigDrop: z.literal(true).optional(),
})
export type StockChange = z.infer<typeof stockChangeSchema>

/**
 * Changes rows of stock, one request each, as a batch: all of it is in the journal before the first request leaves. Each
 * row is read again when its turn comes, and left alone where it is not what was seen. INVALID_INPUT names what the guards
 * do not let through, STOCK_OF_ANOTHER says that the profile works as another one since; then nothing is recorded.
 */
export const saveStock = operation({
  kind: 'command',
  input: z.strictObject({
    profile: profileIdSchema,
    /** `account` of the reading that the person confirmed these changes by. */
    account: z.string().max(128).optional(),
    changes: z.array(stockChangeSchema).min(1).max(mostStockChanges),
  }),
  output: z.object({ batch: operationIdSchema }),
  errors: ['STOCK_OF_ANOTHER', 'READ_ONLY', 'NO_JOURNAL'],
})
