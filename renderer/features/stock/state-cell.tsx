import type { StockRow, StockRules } from '@shared/features/stock'
import { useTranslation } from 'react-i18next'
import { CellParts } from '../../grid/cell-parts'
import { stateParts } from './cell-parts'
import { type StockDesk, useDesk } from './stock-desk'

interface StateCellProps {
  readonly row: StockRow
  readonly desk: StockDesk
  readonly rules: StockRules
}

/** How a row stands, and what became of it when it was saved; drawn again as that goes on. */
export function StateCell({ row, desk, rules }: StateCellProps) {
  const { t } = useTranslation('stock')
  const result = useDesk(desk, ({ results }) => results.get(row.id))
  return <CellParts parts={stateParts(row, { rules, result, t })} />
}
