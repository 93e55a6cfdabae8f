import type { SearchKind } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import type { RowSelection } from '../../grid/long/row-selection'
import type { GridPlace, PlaceKeeper } from '../../grid/long/use-grid-place'
import type { OrderFace } from './overview/overview-face'
import { ordersKey } from './queries'

/**
 * What of the view lasts as long as the window: what was typed is personal data and never written to disk, and a
 * filter by a person's e-mail address neither.
 */
interface Session {
  readonly typed: string
  /** The person's own word on what was typed. */
  readonly chosen?: SearchKind | undefined
  /** Absent: the list. */
  readonly face?: OrderFace | undefined
  readonly createdBy?: string | undefined
  /** What was typed is looked for at the server, past the local copy. */
  readonly atServer?: boolean | undefined
  /**
   * Everything that a question answers, but some. After a restart the same question answers other orders, which nobody
   * has chosen; so this is forgotten with the window, unlike orders that are selected one by one.
   */
  readonly allBut?: Extract<RowSelection, { kind: 'all-but' }> | undefined
}

const emptySession: Session = { typed: '' }

/** The session of a profile's list, in this window. */
export function useOrdersSession(profile: ProfileId) {
  const client = useQueryClient()
  const key = useMemo(() => [...ordersKey(profile), 'session'] as const, [profile])
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => client.getQueryData<Session>(key) ?? emptySession,
    initialData: emptySession,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const update = useCallback(
    (change: Partial<Session>) =>
      client.setQueryData<Session>(key, (session = emptySession) => ({ ...session, ...change })),
    [client, key],
  )
  /** Nothing was searched for or chosen in this window yet. */
  const isUntouched = data === emptySession
  return { session: data, isUntouched, update }
}

/** Where somebody was in a profile's list when they went elsewhere, in this window. */
export function useListPlaceKeeper(profile: ProfileId): PlaceKeeper {
  const client = useQueryClient()
  return useMemo(() => {
    const key = [...ordersKey(profile), 'place']
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
    return {
      read: () => client.getQueryData<GridPlace>(key),
      keep: (place) => void client.setQueryData<GridPlace>(key, place),
    }
  }, [client, profile])
}

/** Searches the list of orders from anywhere: shows it with what was typed. */
export function useSearchOrders(profile: ProfileId): (typed: string) => void {
  const { update } = useOrdersSession(profile)
  const [, navigate] = useLocation()
  return (typed) => {
    update({ typed, chosen: undefined })
    navigate('/orders')
  }
}
