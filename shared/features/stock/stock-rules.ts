import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema, stockIdSchema } from '../../kernel/ids'
import { mostPieces } from './stock-guards'
import type { StockRow } from './stock-row'

const pieces = z.number().int().min(0).max(mostPieces)

/** What a person set for the stock of a profile. The API knows nothing of it: it stays on this computer. */
export const stockRulesSchema = z.strictObject({
  /** No row is set above this. */
  limit: pieces.optional(),
  /** From this number down a row is low, where it has no number of its own. */
  low: pieces.optional(),
  /** By row: from this number down it is low. */
  lows: z.record(stockIdSchema, pieces),
})
export type StockRules = z.infer<typeof stockRulesSchema>

/** Whether there is something left of a row, but so little that a person wants to know. */
export function isLow({ id, active, available }: StockRow, { low, lows }: StockRules): boolean {
  const from = Object.hasOwn(lows, id) ? lows[id] : low
  return active !== false && available !== null && from !== undefined && available <= from
}

/** What was set; nothing before the first time. */
export const getStockRules = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema }),
  output: stockRulesSchema,
})

/** Keeps what is set, in place of what was kept before. */
export const saveStockRules = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, rules: stockRulesSchema }),
  output: z.object({}),
})
