import type { StockRules } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ipc } from '../../lib/ipc'
import { toastError } from '../../ui/toasts'

const rulesOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['stock', profile, 'rules'] as const,
    queryFn: () => ipc.stock.getStockRules({ profile }),
    staleTime: Number.POSITIVE_INFINITY,
  })

const noRules: StockRules = { lows: {} }

/** What the person set for the stock of a profile, and how it is set otherwise. */
export function useStockRules(profile: ProfileId) {
  const client = useQueryClient()
  const rules = useQuery(rulesOptions(profile)).data ?? noRules
  const change = useCallback(
    (make: (before: StockRules) => StockRules) => {
      const { queryKey } = rulesOptions(profile)
      // What was not read is not replaced.
      const before = client.getQueryData(queryKey)
      if (!before) return
      const next = make(before)
      client.setQueryData(queryKey, next)
      ipc.stock.saveStockRules({ profile, rules: next }).catch((error: unknown) => {
        client.setQueryData(queryKey, before)
        toastError(error)
      })
    },
    [client, profile],
  )
  return { rules, change }
}
