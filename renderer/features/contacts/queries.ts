import type { ContactFilters } from '@shared/features/contacts'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Milliseconds that contacts out of sight are kept. */
const keepFor = 15 * 60_000

/** Reads of contacts. Keys begin with the feature and the profile. */
export const contactQueries = {
  /** The pages of contacts of one role, read as they come into sight. */
  list: (profile: ProfileId, filters: ContactFilters) =>
    infiniteQueryOptions({
      queryKey: ['contacts', profile, 'list', filters] as const,
      initialPageParam: 1,
      queryFn: ({ pageParam }) => ipc.contacts.listContacts({ profile, filters, page: pageParam }),
      getNextPageParam: ({ nextPage }) => nextPage,
      retry: false,
      staleTime: 60_000,
      gcTime: keepFor,
    }),

  /** A contact with its revisions, read past every copy whenever its page opens. */
  history: (profile: ProfileId, contact: ContactUid) =>
    queryOptions({
      queryKey: ['contacts', profile, 'contact', contact, 'history'] as const,
      queryFn: () => ipc.contacts.getContactHistory({ profile, contact }),
      staleTime: 0,
      gcTime: keepFor,
    }),
}
