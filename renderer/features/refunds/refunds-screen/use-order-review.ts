import type { OrderFinding } from '@shared/features/refunds'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ipc } from '../../../lib/ipc'

/** Periods that orders are looked through for, in days back from now. */
export const reviewPeriods = [7, 30, 90, 365] as const
export type ReviewPeriod = (typeof reviewPeriods)[number]

/**
 * Looks through the orders of a period page by page until the end, an error, or a person stops it. One request at a time:
 * the client paces them among all others.
 * @param finding absent: nothing is asked
 */
export function useOrderReview(profile: ProfileId, finding: OrderFinding | undefined, days: ReviewPeriod) {
  const [stopped, setStopped] = useState(false)
  const [began, setBegan] = useState(() => Date.now())
  const query = useInfiniteQuery({
    queryKey: ['refunds', profile, 'review', finding, days, began] as const,
    enabled: finding !== undefined,
    initialPageParam: 1,
    queryFn: ({ pageParam, queryKey: [, , , asked] }) =>
      ipc.refunds.reviewOrders({
        profile,
        finding: asked ?? 'paidTwice',
        createdFrom: moment(began - days * 24 * 60 * 60_000),
        createdTo: moment(began),
        page: pageParam,
      }),
    getNextPageParam: ({ nextPage }) => nextPage,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  const goesOn = finding !== undefined && hasNextPage && !isFetching && !isError && !stopped
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const pages = query.data?.pages ?? []
  const count = (what: 'looked' | 'found' | 'unclear') => pages.reduce((sum, page) => sum + page[what], 0)
  return {
    query,
    rows: query.data ? pages.flatMap((page) => page.rows) : undefined,
    looked: count('looked'),
    found: count('found'),
    unclear: count('unclear'),
    total: pages.at(-1)?.total,
    running: finding !== undefined && !stopped && (hasNextPage || isFetching) && !isError,
    complete: pages.length > 0 && !hasNextPage,
    stop: () => setStopped(true),
    goOn: () => setStopped(false),
    /** From the newest order again. */
    again: () => {
      setStopped(false)
      setBegan(Date.now())
    },
  }
}
export type OrderReview = ReturnType<typeof useOrderReview>

/** RFC 3339 with the offset of this desk, never `Z` (rules.md #49). */
function moment(epochMs: number): string {
  const at = new Date(epochMs)
  const offset = -at.getTimezoneOffset()
  const two = (value: number) => `${Math.abs(value)}`.padStart(2, '0')
  const local = new Date(epochMs + offset * 60_000).toISOString().slice(0, 19)
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}:${two(offset % 60)}`
}
