import type { OrderRow } from '@shared/features/orders'
import { useQuery } from '@tanstack/react-query'
import { readSelected } from '../../../grid/long/read-selected'
import type { RowSelection } from '../../../grid/long/row-selection'
import { type Totals, totalsOf } from '../totals'
import type { MirrorList } from './use-mirror-list'

/** Selected orders up to which they are added up; more than that a person filters for. */
const mostSummed = 1000

/** What the selected orders of the list come to, where there are a few. */
export function useSelectionTotals(list: MirrorList, selection: RowSelection): Totals | undefined {
  const { source } = list
  const isSummed =
    selection.kind === 'some' && selection.keys.length > 0 && selection.keys.length <= mostSummed
  const { data } = useQuery({
    queryKey: ['orders', 'mirror-selection', source?.id, selection.keys],
    queryFn: async () => {
      const rows: OrderRow[] = []
      if (!source) return totalsOf(rows)
      for await (const some of readSelected({
        source,
        selection,
        rowKey: ({ reference }: OrderRow) => reference,
      }))
        rows.push(...some)
      return totalsOf(rows)
    },
    enabled: isSummed && source !== undefined,
    placeholderData: (previous) => previous,
    retry: false,
    gcTime: 0,
  })
  return isSummed ? data : undefined
}
