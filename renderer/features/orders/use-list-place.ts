import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { mirrorQueries } from './mirror/mirror-queries'
import type { OrdersList } from './use-orders-list'

/** Where an order stands in the list, and which ones stand beside it. */
export interface ListPlace {
  /** From 1; `undefined` when it is not in the list. */
  readonly position?: number | undefined
  readonly next?: string | undefined
  readonly previous?: string | undefined
  /** Orders of the list, as far as is known. */
  readonly count: number
}

/** The place of the open order. */
export function useListPlace(profile: ProfileId, list: OrdersList, reference: string | undefined): ListPlace {
  const isInCopy = list.origin === 'mirror' && list.list !== undefined && reference !== undefined
  const { data } = useQuery({
    ...mirrorQueries.place(profile, (isInCopy && list.list) || 0, reference ?? ''),
    enabled: isInCopy,
  })
  if (list.origin === 'mirror') return { ...data, count: list.source?.total ?? 0 }
  const { rows = [], total } = list
  const at = rows.findIndex((row) => row.reference === reference)
  const count = total ?? rows.length
  if (at < 0) return { count }
  return { position: at + 1, next: rows[at + 1]?.reference, previous: rows[at - 1]?.reference, count }
}
