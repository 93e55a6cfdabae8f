import type { OrderFilters, OrderPage, OrderSort, SearchParameter, SearchPlan } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ipc, OperationError } from '../../lib/ipc'

/** What the list is asked for. Part of the query key, so it holds plain data only. */
export interface OrdersQuestion {
  readonly filters: OrderFilters
  readonly sort: OrderSort
  readonly search: Pick<SearchPlan, 'text' | 'ask'> | undefined
}

/** Where a page begins, and which search parameter found the first one. */
interface PagePlace {
  readonly startIndex: number
  readonly by?: SearchParameter | undefined
}

/** Milliseconds after which a list in sight is read again. */
const refreshEvery = 120_000
/** A list of more pages than this is read again by hand only (fair use, rules.md #75). */
const pagesToRefresh = 5
/** Milliseconds that a list out of sight is kept. */
const keepFor = 30 * 60_000

export const ordersKey = (profile: ProfileId) => ['orders', profile] as const

/** The pages of a list of orders, read as they come into sight; a page that did not change is not sent again. */
export function ordersListOptions(profile: ProfileId, { filters, sort, search }: OrdersQuestion) {
  const queryKey = [...ordersKey(profile), 'list', { filters, sort, search }] as const
  return infiniteQueryOptions({
    queryKey,
    initialPageParam: { startIndex: 1 } as PagePlace,
    queryFn: async ({ pageParam: { startIndex, by }, client, signal }): Promise<OrderPage> => {
      const known = client.getQueryData<{ pages: OrderPage[]; pageParams: PagePlace[] }>(queryKey)
      const index = known?.pageParams.findIndex((place) => place.startIndex === startIndex) ?? -1
      const held = known?.pages[index]
      const answer = await ipc.orders.listOrders({
        profile,
        filters,
        sort,
        startIndex,
        ...(search && { search: { text: search.text, ask: by ? [by] : [...search.ask] } }),
        ...(held?.revision && { held: held.revision }),
        lane: 'orders-list',
      })
      signal.throwIfAborted()
      if (answer.kind === 'page') return answer
      if (!held) throw new Error('unchanged, but nothing is held')
      return { ...held, fetchedAt: answer.fetchedAt }
    },
    getNextPageParam: ({ nextStartIndex, foundBy }): PagePlace | undefined =>
      nextStartIndex === undefined ? undefined : { startIndex: nextStartIndex, by: foundBy },
    // What was asked before stays in sight until the answer is there; never that of another profile.
    placeholderData: (previous, query) => (query?.queryKey[1] === profile ? previous : undefined),
    retry: (count, error) => isSuperseded(error) && count < 3,
    retryDelay: 0,
    staleTime: 30_000,
    gcTime: keepFor,
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) <= pagesToRefresh && state.status === 'success' ? refreshEvery : false,
  })
}

/** A newer question took the place of this one; nobody waits for its answer, unless it was asked again. */
const isSuperseded = (error: Error) => error instanceof OperationError && error.appError.code === 'SUPERSEDED'
