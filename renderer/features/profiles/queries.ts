import type { ProfileId } from '@shared/kernel/ids'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { onEvent } from '../../lib/events'
import { ipc } from '../../lib/ipc'

/** All profiles, the active one of this window, and the state of the keychain. Fresh until main says otherwise. */
export const profilesQuery = () =>
  queryOptions({
    queryKey: ['profiles', 'list'],
    queryFn: () => ipc.profiles.listProfiles({}),
    staleTime: Number.POSITIVE_INFINITY,
  })

/**
 * Keeps what this window knows in step with main. What belongs to a profile that now points elsewhere is asked for
 * again, and so is what failed, because a keychain may have been unlocked.
 */
export function followProfiles(queryClient: QueryClient): void {
  onEvent('profiles.changed', ({ renewed }) => {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [feature, profile], state }) =>
        feature === 'profiles' || state.status === 'error' || renewed.includes(profile as ProfileId),
    })
  })
}
