import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Milliseconds that an order out of sight is kept. */
const keepFor = 15 * 60_000

/** Reads of single orders. Keys begin with the feature and the profile. */
export const orderQueries = {
  /** Everything that is kept of one order. */
  all: (profile: ProfileId, reference: string) => ['orders', profile, 'order', reference] as const,

  /**
   * The order as it is now: read past the API's cache whenever its page opens, as a person decides by it. What was
   * read before stays in sight meanwhile.
   */
  detail: (profile: ProfileId, reference: string) =>
    queryOptions({
      queryKey: [...orderQueries.all(profile, reference), 'now'] as const,
      queryFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
      staleTime: 0,
      gcTime: keepFor,
    }),

  /** The order as the local copy has it, to look at until it is read. */
  copy: (profile: ProfileId, reference: string) =>
    queryOptions({
      queryKey: [...orderQueries.all(profile, reference), 'copy'] as const,
      queryFn: () => ipc.mirror.readCopy({ profile, order: reference }),
      staleTime: 0,
      gcTime: 0,
    }),

  /** An earlier version, which never changes again. */
  version: (profile: ProfileId, reference: string, version: number) =>
    queryOptions({
      queryKey: [...orderQueries.all(profile, reference), 'version', version] as const,
      queryFn: () => ipc.orders.getOrder({ profile, order: reference, version }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: keepFor,
    }),
}
