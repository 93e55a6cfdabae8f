import type { Profile } from '@shared/features/profiles'
import { useLocation } from 'wouter'
import { filterPlaceOf } from '../filters/filter-places'
import { useMirrorState } from '../mirror/use-mirror-state'
import { useApplyView, useViews } from './use-views'

/** The views that can be gone to from anywhere: a choice shows the list of orders set to it. */
export function useViewItems({ id: profile, environment }: Pick<Profile, 'id' | 'environment'>) {
  const { origin } = useMirrorState(profile)
  const place = filterPlaceOf(origin ?? 'api', environment === 'built-in-sandbox')
  const { builtIn, own } = useViews(profile, place)
  const apply = useApplyView(profile)
  const [, navigate] = useLocation()
  return [...builtIn, ...own].map((view) => ({
    id: view.id,
    name: view.name,
    run: () => {
      apply(view)
      navigate('/orders')
    },
  }))
}
