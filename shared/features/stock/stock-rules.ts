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

/** One thing that is set, for all rows or for one; without `pieces` it is set no more. */
const stockRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.enum(['limit', 'low']), pieces: pieces.optional() }),
  z.strictObject({ rule: z.literal('rowLow'), stock: stockIdSchema, pieces: pieces.optional() }),
])
export type StockRule = z.infer<typeof stockRuleSchema>

/** The rules with one of them set anew; all others stay. */
export function withRule(rules: StockRules, rule: StockRule): StockRules {
  const { pieces: set } = rule
  if (rule.rule === 'rowLow') {
    const { [rule.stock]: _, ...lows } = rules.lows
    return { ...rules, lows: set === undefined ? lows : { ...lows, [rule.stock]: set } }
  }
  const { [rule.rule]: _, ...rest } = rules
  return set === undefined ? rest : { ...rest, [rule.rule]: set }
}

/** Sets one rule: another window may have set others since this one read them. */
export const setStockRule = operation({
  kind: 'local',
  input: z.strictObject({ profile: profileIdSchema, set: stockRuleSchema }),
  output: z.object({}),
})
