import type { StockRow } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** All rows of a profile as this window has them. */
export interface StockList {
  readonly reading: string
  /** As which account they were read. */
  readonly account?: string | undefined
  readonly rows: readonly StockRow[]
  readonly withoutKey: number
  /** Milliseconds since 1970 UTC. */
  readonly readAt: number
}

/** Every row of stock, read again only where the server says that one changed. */
export const stockOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['stock', profile, 'rows'] as const,
    queryFn: async ({ client, queryKey }): Promise<StockList> => {
      const before = client.getQueryData<StockList>(queryKey)
      const { rows, ...rest } = await ipc.stock.listStock({
        profile,
        ...(before ? { known: before.reading } : {}),
      })
      return { ...rest, rows: rows ?? before?.rows ?? [] }
    },
    retry: false,
    staleTime: 30_000,
    // Rows are compared by identity: 50,000 of them field by field would cost more than drawing them.
    structuralSharing: false,
  })

/**
 * The rows as they are at the moment a person reviews what they want of them: read once, so that nothing that they have
 * answered changes below their eyes.
 */
export const reviewOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['stock', profile, 'review'] as const,
    queryFn: ({ client }) => client.fetchQuery({ ...stockOptions(profile), staleTime: 0 }),
    retry: false,
    gcTime: 0,
    staleTime: 0,
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
