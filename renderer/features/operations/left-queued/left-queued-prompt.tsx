import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ipc } from '../../../lib/ipc'
import { lazyCode } from '../../../lib/lazy-code'
import { LazyView } from '../../../ui/lazy-view'

export const leftQueuedOptions = queryOptions({
  queryKey: ['operations', 'left-queued'],
  queryFn: () => ipc.operations.listLeftQueued({}),
})

/** Hardly any start finds something that was left, so its code is not part of every start. */
const dialog = lazyCode(() => import('./left-queued-dialog').then(({ LeftQueuedDialog }) => LeftQueuedDialog))

/** Asks once after a start what is to become of what was left queued; not over what a person has open by then. */
export function LeftQueuedPrompt() {
  const { data } = useQuery(leftQueuedOptions)
  const operations = data?.operations ?? []
  const isDue = useOnceNoDialogIsOpen(operations.length > 0)
  return isDue ? <LazyView code={dialog} props={{ operations }} /> : null
}

/** True from the first moment on at which no dialog stands in the way, while it is wanted. */
function useOnceNoDialogIsOpen(wanted: boolean): boolean {
  const [free, setFree] = useState(false)
  useEffect(() => {
    if (!wanted) return setFree(false)
    const look = () => {
      if (document.querySelector('[aria-modal="true"]')) return
      setFree(true)
      clearInterval(looking)
    }
    const looking = setInterval(look, 500)
    look()
    return () => clearInterval(looking)
  }, [wanted])
  return wanted && free
}
