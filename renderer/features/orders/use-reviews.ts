import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Most operations that are asked for at once, and most orders that a question can name. */
const [atOnce, most] = [200, 1000]

/**
 * References of the orders with an operation that needs a review, the latest 1,000 of them; `undefined` until the journal has said so. None where
 * there is no journal to ask. The key is that of operations, so that it is read anew as they change.
 */
export function useReviews(profile: ProfileId, enabled: boolean): readonly string[] | undefined {
  const { data, isError } = useQuery({
    queryKey: ['operations', profile, 'reviews-by-order'] as const,
    queryFn: async () => {
      const orders = new Set<string>()
      let cursor: number | undefined
      do {
        const page = await ipc.operations.listOperations({
          ...{ profile, states: ['needs-review'], limit: atOnce },
          ...(cursor === undefined ? {} : { cursor }),
        })
        for (const { order } of page.operations) orders.add(order)
        cursor = page.next
      } while (cursor !== undefined && orders.size < most)
      return [...orders].slice(0, most).sort()
    },
    enabled,
    retry: false,
  })
  return data ?? (isError ? none : undefined)
}

const none: readonly string[] = []
