import type { LineState } from '@shared/features/batches'
import { type StockRow, type StockRules, type StockStanding, standingOf } from '@shared/features/stock'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../tokens'
import { StatusChip } from '../../ui/status-chip'
import { type RowResult, type StockDesk, useDesk } from './stock-desk'

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

interface StateCellProps {
  readonly row: StockRow
  readonly desk: StockDesk
  readonly rules: StockRules
}

/** How a row stands, and what became of it when it was saved. */
export function StateCell({ row, desk, rules }: StateCellProps) {
  const result = useDesk(desk, ({ results }) => results.get(row.id))
  const standing = standingOf(row, rules)
  return (
    <>
      {standing ? <StandingChip standing={standing} /> : null}
      {result ? <ResultChip result={result} /> : null}
    </>
  )
}

function StandingChip({ standing }: { standing: StockStanding }) {
  const { t } = useTranslation('stock')
  return <StatusChip tone={standingTones[standing]} label={t(`standing.${standing}`)} />
}

/** What became of a row. */
export function ResultChip({ result: { state, why } }: { result: RowResult }) {
  const { t } = useTranslation('stock')
  return (
    <StatusChip tone={resultTones[state]} label={t(`result.${state}`)} {...(why ? { title: why } : {})} />
  )
}
