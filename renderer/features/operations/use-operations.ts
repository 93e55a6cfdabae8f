import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { operationsListOptions, type StateFilter } from './queries'

/** The journal page by page, newest first: what is read so far, and the way to more. */
export function useOperations(profile: ProfileId, filter: StateFilter, kinds?: readonly string[]) {
  const query = useInfiniteQuery(operationsListOptions(profile, filter, kinds))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.operations), [query.data])
  return {
    query,
    rows,
    refresh: () => void query.refetch(),
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
  }
}
