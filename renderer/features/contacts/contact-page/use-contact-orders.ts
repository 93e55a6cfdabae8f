import { defaultOrderSort, type OrderRow } from '@shared/features/orders'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ipc } from '../../../lib/ipc'
import { contactOrdersKey } from './use-journal-follow'

/** Without a date the API looks three months back only (rules.md #152); this is before there was an API. */
const everything = { from: '2000-01-01T00:00:00+00:00' }
/** Most orders that are read of the local copy. */
const mostOfCopy = 500

/** An order of a contact, and where it was found. */
export interface ContactOrder extends OrderRow {
  readonly atApi: boolean
  readonly inCopy: boolean
}

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
  const orders = useMemo(() => {
    if (!pages && !inCopy) return undefined
    const atApi = pages?.flatMap((page) => (page.kind === 'page' ? page.rows : [])) ?? []
    return merged(atApi, inCopy ?? [])
  }, [pages, inCopy])
  const last = pages?.at(-1)
  return { api, copy, orders, total: last?.kind === 'page' ? last.totalItems : undefined }
}

/** Both lists as one, the newest first; what the API says of an order is newer than the copy. */
function merged(atApi: readonly OrderRow[], inCopy: readonly OrderRow[]): ContactOrder[] {
  const copies = new Set(inCopy.map(({ reference }) => reference))
  const known = new Set(atApi.map(({ reference }) => reference))
  return [
    ...atApi.map((row) => ({ ...row, atApi: true, inCopy: copies.has(row.reference) })),
    ...inCopy
      .filter(({ reference }) => !known.has(reference))
      .map((row) => ({ ...row, atApi: false, inCopy: true })),
  ].sort((a, b) => createdMs(b) - createdMs(a))
}

const createdMs = ({ created }: OrderRow): number => Date.parse(created ?? '') || 0
