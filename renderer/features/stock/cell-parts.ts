import type { LineState } from '@shared/features/batches'
import { type StockRow, type StockRules, type StockStanding, standingOf } from '@shared/features/stock'
import type { TFunction } from 'i18next'
import type { CellPart } from '../../grid/cell-part'
import type { Tone } from '../../tokens'
import type { StockEdit } from './edits'
import type { RowResult } from './stock-desk'

const standingTones: Readonly<Record<StockStanding, Tone>> = {
  closed: 'cancelled',
  oversold: 'failed',
  soldOut: 'failed',
  low: 'pending',
}

const resultTones: Readonly<Record<LineState, Tone>> = {
  queued: 'pending',
  sending: 'processing',
  'at-supplier': 'processing',
  unknown: 'unknown',
  'needs-review': 'unknown',
  done: 'confirmed',
  failed: 'failed',
  withdrawn: 'cancelled',
  'partly-done': 'unknown',
  'not-sent': 'failed',
}

/** What became of a row. */
export const resultPart = ({ state, why }: RowResult, t: TFunction<'stock'>): CellPart => ({
  text: t(`result.${state}`),
  tone: resultTones[state],
  isChip: true,
  title: why,
})

/** How a row stands, and what became of it when it was saved. */
export function stateParts(
  row: StockRow,
  { rules, result, t }: { rules: StockRules; result: RowResult | undefined; t: TFunction<'stock'> },
): CellPart[] {
  const standing = standingOf(row, rules)
  return [
    ...(standing ? [{ text: t(`standing.${standing}`), tone: standingTones[standing], isChip: true }] : []),
    ...(result ? [resultPart(result, t)] : []),
  ]
}

/** What can be sold: as the server has it, or what it was and what it is to become. */
export function availableParts(
  { available }: StockRow,
  edit: StockEdit | undefined,
  pieces: (value: number | null) => string,
): CellPart[] {
  if (!edit) return [{ text: pieces(available) }]
  return [
    { text: pieces(edit.seen.available), look: 'struck' },
    { text: `→ ${pieces(edit.wanted)}`, look: 'strong' },
  ]
}
