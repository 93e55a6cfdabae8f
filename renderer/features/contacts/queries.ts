import type { ContactFilters, ContactPage } from '@shared/features/contacts'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Milliseconds that contacts out of sight are kept. */
const keepFor = 15 * 60_000

/** What begins the keys of all lists. */
export const contactListsKey = (profile: ProfileId) => ['contacts', profile, 'list'] as const

/** Reads of contacts. Keys begin with the feature and the profile. */
export const contactQueries = {
  /** The pages of contacts of one role, read as they come into sight. */
  list: (profile: ProfileId, filters: ContactFilters) => {
    const queryKey = [...contactListsKey(profile), filters] as const
    return infiniteQueryOptions({
      queryKey,
      initialPageParam: 1,
      // A page that did not change since it was read is not sent again.
      queryFn: async ({ pageParam, client }): Promise<ContactPage> => {
        const known = client.getQueryData<{ pages: ContactPage[]; pageParams: number[] }>(queryKey)
        const held = known?.pages[known.pageParams.indexOf(pageParam)]
        const answer = await ipc.contacts.listContacts({
          ...{ profile, filters, page: pageParam },
          ...(held?.revision && { held: held.revision }),
        })
        if (answer.kind === 'page') return answer
        if (!held) throw new Error('unchanged, but nothing is held')
        return { ...held, fetchedAt: answer.fetchedAt }
      },
      getNextPageParam: ({ nextPage }) => nextPage,
      retry: false,
      staleTime: 60_000,
      gcTime: keepFor,
    })
  },

  /** A contact with its revisions, read past every copy whenever its page opens. */
  history: (profile: ProfileId, contact: ContactUid) =>
    queryOptions({
      queryKey: ['contacts', profile, 'contact', contact, 'history'] as const,
      queryFn: () => ipc.contacts.getContactHistory({ profile, contact }),
      staleTime: 0,
      gcTime: keepFor,
    }),
}
