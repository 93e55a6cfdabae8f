import type { ProfileId } from '@shared/kernel/ids'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { ipc } from '../../../lib/ipc'

/** The pages of payments and refunds, newest first, read as they come into sight. */
export const paymentsListOptions = (profile: ProfileId, search: string) =>
  infiniteQueryOptions({
    queryKey: ['refunds', profile, 'payments', search] as const,
    initialPageParam: 1,
    queryFn: ({ pageParam }) =>
      ipc.refunds.listPayments({ profile, startIndex: pageParam, ...(search && { search }) }),
    getNextPageParam: ({ nextStartIndex }) => nextStartIndex,
    // What was asked before stays in sight until the answer is there; never that of another profile.
    placeholderData: (previous, query) => (query?.queryKey[1] === profile ? previous : undefined),
    retry: false,
    staleTime: 30_000,
  })
