import type { ProfileId } from '@shared/kernel/ids'
import { type MirrorList, useMirrorList } from './mirror/use-mirror-list'
import { useMirrorState } from './mirror/use-mirror-state'
import { type ApiList, useApiList } from './use-api-list'
import type { useOrdersView } from './use-orders-view'

/** The list of orders as it is read now. Both are asked and shown alike; what only one of them has, is asked for by origin. */
export type OrdersList = ApiList | MirrorList

/** Reads the list from the local copy where there is one, unless a person asks past it, and else from the API. */
export function useOrdersList(profile: ProfileId, view: ReturnType<typeof useOrdersView>) {
  const { state: mirror, origin: place } = useMirrorState(profile)
  const origin = place === 'mirror' && view.session.atServer ? 'api' : place
  const api = useApiList(profile, view.question, view.ready && origin === 'api')
  const copy = useMirrorList(profile, {
    query: view.mirrorQuery,
    enabled: view.ready && origin === 'mirror',
    isFilling: mirror?.state === 'filling',
  })
  const list: OrdersList = origin === 'mirror' ? copy : api
  return { list, mirror }
}
