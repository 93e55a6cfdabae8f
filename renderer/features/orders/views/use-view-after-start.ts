import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useOrdersSession } from '../orders-session'
import { ownViewsOptions } from './use-views'

/**
 * Searches again for what the own view in force searches for. That text names people, so it is kept with the view, encrypted,
 * and not with how the list was left: a window that was just opened does not have it. Nothing once anybody has searched.
 */
export function useViewAfterStart(profile: ProfileId, chosen: string | undefined): void {
  const { session, isUntouched, update } = useOrdersSession(profile)
  const { data } = useQuery({ ...ownViewsOptions(profile), enabled: chosen !== undefined && isUntouched })
  const view = data?.views.find(({ id }) => id === chosen)
  const restore = useEffectEvent(() => {
    if (!view || !isUntouched) return
    const createdBy = view.filters?.createdBy
    update({
      ...session,
      typed: view.text ?? '',
      createdBy: typeof createdBy === 'string' ? createdBy : undefined,
    })
  })
  const isKnown = view !== undefined
  useEffect(() => {
    if (isKnown) restore()
  }, [isKnown])
}
