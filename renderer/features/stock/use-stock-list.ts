import type { StockRow } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { GridSort } from '../../grid/column'
import { useFormat } from '../../lib/format'
import { matchingRows, type StockView } from './matching-rows'
import { useProductNames } from './product-names'
import { stockOptions } from './queries'
import { sortedRows } from './sorted-rows'
import { type StockDesk, useDesk } from './stock-desk'
import { useStockRules } from './use-stock-rules'

interface ListOptions {
  readonly profile: ProfileId
  readonly desk: StockDesk
  readonly view: StockView
  readonly search: string
  readonly sort: GridSort | undefined
}

/** The rows of a profile, and those of them that are shown, in their order. */
export function useStockList({ profile, desk, view, search, sort }: ListOptions) {
  const { locale } = useFormat()
  const { rules } = useStockRules(profile)
  const query = useQuery(stockOptions(profile))
  const all = query.data?.rows
  const reading = query.data?.reading
  const names = useProductNames(profile, reading)
  const edits = useDesk(desk, ({ history }) => (view === 'changed' ? history.edits : undefined))
  const rows = useMemo<readonly StockRow[] | undefined>(
    () =>
      all && sortedRows(matchingRows(all, { view, search, edits, rules, names }), sort, { locale, names }),
    [all, view, search, edits, rules, names, sort, locale],
  )
  return { query, all, reading, rows, names, rules }
}
