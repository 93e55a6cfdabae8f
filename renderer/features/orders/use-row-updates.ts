import { type OrderPage, type OrderRow, toOrderRow } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { onEvent } from '../../lib/events'
import { orderQueries } from './order-queries'
import { ordersKey } from './queries'

/** More orders than this are read again with the list, not one by one (fair use, rules.md #75). */
const atOnce = 10

/**
 * Keeps the rows of the list true: whenever an order is read, its row says the same; when an operation on a loaded
 * order moved, that order is read again.
 */
export function useRowUpdates(profile: ProfileId, rows: readonly OrderRow[] | undefined): void {
  const client = useQueryClient()
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return
        const [feature, owner, kind, , version] = event.query.queryKey
        if (feature !== 'orders' || owner !== profile || kind !== 'order' || version !== 'now') return
        const row = toOrderRow(event.query.state.data?.order)
        if (row) showRow(client, profile, row)
      }),
    [client, profile],
  )

  const readAgain = useEffectEvent((references: readonly string[]) => {
    const loaded = new Set(rows?.map(({ reference }) => reference))
    const moved = references.filter((reference) => loaded.has(reference))
    if (moved.length > atOnce) void client.invalidateQueries({ queryKey: listKey(profile) })
    else for (const reference of moved) void client.prefetchQuery(orderQueries.detail(profile, reference))
  })
  useEffect(() => onEvent('journal.changed', ({ orderReferences }) => readAgain(orderReferences)), [])
}

const listKey = (profile: ProfileId) => [...ordersKey(profile), 'list'] as const

/** Puts a row in place of the one it follows, in every list that has it. */
function showRow(client: QueryClient, profile: ProfileId, row: OrderRow): void {
  client.setQueriesData<InfiniteData<OrderPage>>({ queryKey: listKey(profile) }, (list) => {
    if (!list?.pages.some(({ rows }) => rows.some(({ reference }) => reference === row.reference)))
      return list
    const pages = list.pages.map((page) => ({
      ...page,
      rows: page.rows.map((known) => (known.reference === row.reference ? row : known)),
    }))
    return { ...list, pages }
  })
}
