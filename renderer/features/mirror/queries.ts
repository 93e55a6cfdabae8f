import type { ProfileId } from '@shared/kernel/ids'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { onEvent } from '../../lib/events'
import { ipc } from '../../lib/ipc'
import { readAnew } from '../../lib/read-anew'

/** How the mirror of a profile stands. Fresh until main says otherwise. */
export const mirrorStateOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['mirror', profile, 'state'] as const,
    queryFn: () => ipc.mirror.getMirror({ profile }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Keeps this window in step with how mirrors get on. */
export function followMirror(client: QueryClient): void {
  onEvent('mirror.state', ({ profile }) => void readAnew(client, mirrorStateOptions(profile).queryKey))
}
