import type { MirrorState } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { mirrorStateOptions } from '../../mirror'

/** Whether the list is read from the local copy: it is kept, and holds something. */
export const isReadable = ({ state, why, orders }: MirrorState): boolean =>
  state !== 'off' && why !== 'unusable' && why !== 'no-keychain' && orders > 0

/** Where the list is read: `undefined` until that is known. A copy that cannot tell how it stands is not read. */
export function useMirrorState(profile: ProfileId) {
  const { data, isError } = useQuery(mirrorStateOptions(profile))
  const origin = data && isReadable(data) ? ('mirror' as const) : ('api' as const)
  return { state: data, origin: data || isError ? origin : undefined }
}
