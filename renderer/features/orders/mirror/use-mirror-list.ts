import type { MirrorQuery } from '@shared/features/mirror'
import type { OrderRow } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { createEarlyList } from '../../../grid/long/early-list'
import type { RowSource } from '../../../grid/long/row-source'
import { onEvent } from '../../../lib/events'
import { ipc, OperationError } from '../../../lib/ipc'
import { type MirrorAnswer, mirrorQueries } from './mirror-queries'
import { useRenewal } from './use-renewal'

/** Milliseconds after a change until the list is made anew, so that orders come and go in it. */
const renewAfter = 1500
/** The same while a first fill brings orders all the time. */
const renewWhileFilling = 10_000

interface MirrorListOptions {
  readonly query: MirrorQuery
  readonly enabled: boolean
  readonly isFilling: boolean
}

/** The list of orders in the local copy: what is asked for now, and how to read of it. */
export function useMirrorList(profile: ProfileId, { query: asked, enabled, isFilling }: MirrorListOptions) {
  const client = useQueryClient()
  const query = useQuery({ ...mirrorQueries.list(profile, asked), enabled })
  const { data, refetch } = query
  const list = enabled ? data?.list : undefined
  const totals = useQuery(mirrorQueries.totals(profile, list))
  const renew = useCallback(() => void refetch({ cancelRefetch: false }), [refetch])
  const isGone = isListGone(totals.error)
  useEffect(() => {
    if (isGone) renew()
  }, [isGone, renew])

  const total = data?.total ?? (totals.isPlaceholderData ? undefined : totals.data?.orders)
  const source = useMemo(
    () => data && sourceOf(profile, data, total ?? data.rows.length, renew),
    [data, total, profile, renew],
  )
  const [early] = useState(() => createEarlyList<OrderRow>())
  useRenewal(profile, { renew, enabled, after: isFilling ? renewWhileFilling : renewAfter })

  return {
    origin: 'mirror' as const,
    /**
     * Asks for a list that will be looked at, and shows its rows when they come and it is still wanted. Resolves then, or
     * without an answer: looked at, it says why.
     */
    askAhead: async (next: MirrorQuery, isWanted: () => boolean) => {
      const answer = await client.fetchQuery(mirrorQueries.list(profile, next)).catch(() => undefined)
      if (!isWanted()) return
      const { length } = answer?.rows ?? []
      if (answer && length > 0) await early.show(sourceOf(profile, answer, answer.total ?? length, renew))
      // Shown before this and not told of any more.
      else if (source) await early.show(source)
    },
    /** Shows rows before the screen is rendered with them. */
    early,
    query,
    list,
    source,
    /** Of what is asked for now; those of the last question stay until they are known. */
    totals: totals.data,
    /** Its length is known; else there are at least as many orders as are here. */
    isWhole: total !== undefined,
    isCounting: totals.isFetching || (totals.isPlaceholderData && !totals.isError),
    /** Counts again, where that failed. */
    countAgain: totals.isError && !isGone && !totals.isFetching ? () => void totals.refetch() : undefined,
    isEmpty: total === 0 || (total === undefined && data?.rows.length === 0),
    refresh: renew,
  }
}
/** How the grid reads an answer. */
function sourceOf(
  profile: ProfileId,
  { list, rows, query }: MirrorAnswer,
  total: number,
  onGone: () => void,
): RowSource<OrderRow> {
  return {
    id: String(list),
    question: questionOf(query),
    order: JSON.stringify(query.sort),
    total,
    first: rows,
    read: async (from, count) => {
      try {
        return (await ipc.mirror.readMirror({ profile, list, from, count })).rows
      } catch (error) {
        if (!isListGone(error)) throw error
        onGone()
        return 'gone'
      }
    },
    find: async (order) => (await ipc.mirror.findInMirror({ profile, list, order })).at,
    onChanged: (listener) =>
      onEvent('mirror.changed', ({ profile: of, orders }) => {
        if (of === profile) listener(new Set(orders))
      }),
  }
}

export type MirrorList = ReturnType<typeof useMirrorList>

/** Names which orders are asked for, whatever their order. */
export const questionOf = ({ text, filters }: MirrorQuery): string => JSON.stringify({ text, filters })

/** The list is no longer held; it is asked for anew. */
export const isListGone = (error: unknown): boolean =>
  error instanceof OperationError && error.appError.code === 'LIST_GONE'
