import type { Profile } from '@shared/features/profiles'
import type { ProfileId } from '@shared/kernel/ids'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'
import { profilesQuery } from './queries'

/** The profile that this window works with. */
export interface ActiveProfile {
  readonly profile: Profile
  /** In the order of `Ctrl/Cmd+1…9`. */
  readonly profiles: readonly Profile[]
  /** Switches this window at once; other windows stay where they are. */
  select(id: ProfileId): void
}

export function useActiveProfile(): ActiveProfile {
  const queryClient = useQueryClient()
  const { queryKey } = profilesQuery()
  const { profiles, active } = useSuspenseQuery(profilesQuery()).data
  const profile = profiles.find(({ id }) => id === active) ?? profiles[0]
  if (!profile) throw new Error('there is no profile')
  return {
    profile,
    profiles,
    select: (id) => {
      if (!profiles.some((other) => other.id === id)) return
      queryClient.setQueryData(queryKey, (list) => list && { ...list, active: id })
      // Main remembers it; when it knows better, its list wins.
      ipc.profiles.selectProfile({ profile: id }).catch(() => queryClient.invalidateQueries({ queryKey }))
    },
  }
}
