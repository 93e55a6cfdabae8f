import type { ProfileId } from '@shared/kernel/ids'
import { useEffect, useEffectEvent, useRef } from 'react'
import { onEvent } from '../../../lib/events'

/** Makes what was read from the local copy anew some time after orders have changed in it, however many do. */
export function useRenewal(
  profile: ProfileId,
  { renew, enabled, after }: { renew: () => void; enabled: boolean; after: number },
): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const plan = useEffectEvent(() => {
    if (!enabled) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      renew()
    }, after)
  })
  useEffect(() => {
    const stop = onEvent('mirror.changed', ({ profile: of }) => {
      if (of === profile) plan()
    })
    return () => {
      stop()
      clearTimeout(timer.current)
      timer.current = undefined
    }
  }, [profile])
}
