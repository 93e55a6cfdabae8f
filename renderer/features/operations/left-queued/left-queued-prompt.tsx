import { queryOptions, useQuery } from '@tanstack/react-query'
import { ipc } from '../../../lib/ipc'
import { lazyCode } from '../../../lib/lazy-code'
import { LazyView } from '../../../ui/lazy-view'

export const leftQueuedOptions = queryOptions({
  queryKey: ['operations', 'left-queued'],
  queryFn: () => ipc.operations.listLeftQueued({}),
})

/** Hardly any start finds something that was left, so its code is not part of every start. */
const dialog = lazyCode(() => import('./left-queued-dialog').then(({ LeftQueuedDialog }) => LeftQueuedDialog))

/** Asks once after a start what is to become of what was left queued. */
export function LeftQueuedPrompt() {
  const { data } = useQuery(leftQueuedOptions)
  const operations = data?.operations ?? []
  return operations.length === 0 ? null : <LazyView code={dialog} props={{ operations }} />
}
