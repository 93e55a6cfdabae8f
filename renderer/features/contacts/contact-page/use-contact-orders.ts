import { defaultOrderSort } from '@shared/features/orders'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ipc } from '../../../lib/ipc'
import { mergeOrders } from './merge-orders'
import { contactOrdersKey } from './use-journal-follow'

/** Without a date the API looks three months back only (rules.md #152); this is before there was an API. */
const everything = { from: '2000-01-01T00:00:00+00:00' }
/** Most orders that are read of the local copy. */
const mostOfCopy = 500

/**
 * The orders of a contact: as the API finds them by its key, and as the local copy does where one is kept. Neither waits
 * for the other, and an order stands once.
 */
export function useContactOrders(profile: ProfileId, uid: ContactUid) {
  const api = useInfiniteQuery({
    queryKey: [...contactOrdersKey(profile, uid), 'at-api'] as const,
    initialPageParam: 1,
    queryFn: ({ pageParam }) =>
      ipc.orders.listOrders({
        profile,
        filters: { contactUid: uid, created: everything },
        sort: defaultOrderSort,
        startIndex: pageParam,
      }),
    getNextPageParam: (page) => (page.kind === 'page' ? page.nextStartIndex : undefined),
    retry: false,
  })
  const copy = useQuery({
    queryKey: [...contactOrdersKey(profile, uid), 'in-copy'] as const,
    queryFn: () =>
      ipc.mirror.queryMirror({
        profile,
        query: { filters: { contactUid: uid }, sort: { by: 'created', direction: 'desc' } },
        rows: mostOfCopy,
      }),
    retry: false,
  })
  const pages = api.data?.pages
  const inCopy = copy.data?.rows
  const isWhole = api.isSuccess && !api.hasNextPage
  const orders = useMemo(() => {
    const atApi = pages?.flatMap((page) => (page.kind === 'page' ? page.rows : []))
    return mergeOrders({ atApi, isWhole, inCopy })
  }, [pages, isWhole, inCopy])
  const last = pages?.at(-1)
  return { api, copy, orders, total: last?.kind === 'page' ? last.totalItems : undefined }
}
