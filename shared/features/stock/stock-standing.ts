import type { StockRow } from './stock-row'
import { isLow, type StockRules } from './stock-rules'

/** What is worth knowing of a row before what became of it. */
export const stockStandings = ['closed', 'oversold', 'soldOut', 'low'] as const
export type StockStanding = (typeof stockStandings)[number]

/** The one thing that is most worth knowing of a row. */
export function standingOf(row: StockRow, rules: StockRules): StockStanding | undefined {
  const { active, available } = row
  if (active === false) return 'closed'
  if (available === null) return undefined
  if (available < 0) return 'oversold'
  if (available === 0) return 'soldOut'
  return isLow(row, rules) ? 'low' : undefined
}
