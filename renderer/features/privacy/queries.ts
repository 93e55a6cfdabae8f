import type { RequestId } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Reads of requests to be forgotten. Keys are `['privacy', profile, what, id]`. */
export const privacyQueries = {
  all: (profile: ProfileId) => ['privacy', profile] as const,

  list: (profile: ProfileId) =>
    queryOptions({
      queryKey: [...privacyQueries.all(profile), 'list'] as const,
      queryFn: () => ipc.privacy.listRequests({ profile }),
    }),

  request: (profile: ProfileId, request: RequestId) =>
    queryOptions({
      queryKey: [...privacyQueries.all(profile), 'request', request] as const,
      queryFn: () => ipc.privacy.getRequest({ profile, request }),
    }),

  /** Values of the person: let go of as soon as nobody looks at them. */
  review: (profile: ProfileId, request: RequestId, chosen: string) =>
    queryOptions({
      queryKey: [...privacyQueries.all(profile), 'review', request, chosen] as const,
      queryFn: () => ipc.privacy.reviewErasure({ profile, request }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),

  retention: (profile: ProfileId) =>
    queryOptions({
      queryKey: [...privacyQueries.all(profile), 'retention'] as const,
      queryFn: () => ipc.privacy.getRetention({ profile }),
    }),
}
