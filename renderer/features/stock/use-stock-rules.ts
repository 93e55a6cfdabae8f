import { type StockRule, type StockRules, withRule } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { onEvent } from '../../lib/events'
import { ipc } from '../../lib/ipc'
import { toastError } from '../../ui/toasts'

const rulesOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['stock', profile, 'rules'] as const,
    queryFn: () => ipc.stock.getStockRules({ profile }),
    staleTime: Number.POSITIVE_INFINITY,
  })

const noRules: StockRules = { lows: {} }

/** What the person set for the stock of a profile, in whichever window, and how one rule of it is set. */
export function useStockRules(profile: ProfileId) {
  const client = useQueryClient()
  const rules = useQuery(rulesOptions(profile)).data ?? noRules
  useEffect(
    () =>
      onEvent('stock.rules', ({ profile: of }) => {
        if (of === profile) void client.invalidateQueries(rulesOptions(profile))
      }),
    [client, profile],
  )
  const set = useCallback(
    (rule: StockRule) => {
      const { queryKey } = rulesOptions(profile)
      client.setQueryData(queryKey, (before) => before && withRule(before, rule))
      ipc.stock.setStockRule({ profile, set: rule }).catch((error: unknown) => {
        void client.invalidateQueries({ queryKey })
        toastError(error)
      })
    },
    [client, profile],
  )
  return { rules, set }
}
