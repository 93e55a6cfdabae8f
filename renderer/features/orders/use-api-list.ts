import type { OrderRow } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type OrdersQuestion, ordersListOptions } from './queries'

/** The list at the API, as far as it is loaded, in the API's order. */
export function useApiList(profile: ProfileId, question: OrdersQuestion, enabled: boolean) {
  const query = useInfiniteQuery({ ...ordersListOptions(profile, question), enabled })
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query
  const rows = useMemo(() => data && withoutRepeats(data.pages.flatMap((page) => page.rows)), [data])
  const last = data?.pages.at(-1)
  return {
    origin: 'api' as const,
    query,
    isEmpty: rows?.length === 0,
    refresh: useCallback(() => void refetch(), [refetch]),
    rows,
    /** Of the whole set, as the API counts it. */
    total: last?.totalItems,
    foundBy: data?.pages[0]?.foundBy,
    unreadable: data?.pages.reduce((sum, page) => sum + page.unreadable, 0) ?? 0,
    /** The oldest page tells how old the list is; milliseconds since 1970 UTC. */
    fetchedAt: data ? Math.min(...data.pages.map((page) => page.fetchedAt)) : undefined,
    /** There is more, but the API does not page to it. */
    atLimit: !hasNextPage && rows !== undefined && (last?.totalItems ?? 0) > rows.length,
    /** Reads the next page, once at a time; after a failure only when a person asks. */
    loadMore: () => {
      if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
    },
  }
}

export type ApiList = ReturnType<typeof useApiList>

/** An order that is made while we page pushes the others down, and one of them comes twice. */
function withoutRepeats(rows: readonly OrderRow[]): OrderRow[] {
  const seen = new Set<string>()
  return rows.filter(({ reference }) => !seen.has(reference) && seen.add(reference))
}
