import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Most orders that are asked for by their reference. */
const most = 200

/**
 * References of the orders with an operation that needs a review; `undefined` until the journal has said so. None where
 * there is no journal to ask. The key is that of operations, so that it is read anew as they change.
 */
export function useReviews(profile: ProfileId, enabled: boolean): readonly string[] | undefined {
  const { data, isError } = useQuery({
    queryKey: ['operations', profile, 'reviews-by-order'] as const,
    queryFn: async () => {
      const { operations } = await ipc.operations.listOperations({
        profile,
        states: ['needs-review'],
        limit: most,
      })
      return [...new Set(operations.map(({ order }) => order))].sort()
    },
    enabled,
    retry: false,
  })
  return data ?? (isError ? none : undefined)
}

const none: readonly string[] = []
