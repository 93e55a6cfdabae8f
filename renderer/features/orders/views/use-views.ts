import { type SavedView, type ViewContent, withoutPersonal } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useGridState } from '../../../grid/use-grid-state'
import { onEvent } from '../../../lib/events'
import { ipc } from '../../../lib/ipc'
import { readAnew } from '../../../lib/read-anew'
import type { FilterPlace } from '../filters/filter-places'
import { useOrdersSession } from '../orders-session'
import { builtInView, builtInViewsOf, hintedViews } from './built-in-views'

/** A view as it is offered. */
export interface OfferedView extends ViewContent {
  readonly id: string
  readonly name: string
  /** What it goes by, where its name does not say. */
  readonly hint?: string
}

/** Own views. There are none to be had where no local copy is kept: that is an error to tell from none at all. */
export const ownViewsOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['orders', profile, 'views'] as const,
    queryFn: () => ipc.mirror.listViews({ profile }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The views of a profile that the list can be set to in this place. */
export function useViews(profile: ProfileId, place: FilterPlace) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const { data, isError } = useQuery(ownViewsOptions(profile))
  useEffect(
    () =>
      onEvent('mirror.kept', ({ profile: of }) => {
        if (of === profile) void readAnew(client, ownViewsOptions(profile).queryKey)
      }),
    [client, profile],
  )
  const builtIn = builtInViewsOf(place).map((id): OfferedView => {
    const hinted = hintedViews.find((other) => other === id)
    return {
      id,
      name: t(`views.builtIn.${id}`),
      ...(hinted && { hint: t(`views.hint.${hinted}`) }),
      ...builtInView(id),
    }
  })
  const own: readonly SavedView[] = data?.views ?? []
  return { builtIn, own, canKeep: data !== undefined && !isError }
}

/** Sets the list to a view: what it says nothing about stays. */
export function useApplyView(profile: ProfileId): (view: OfferedView) => void {
  const { update: keep } = useGridState(profile, 'orders')
  const { update: setSession } = useOrdersSession(profile)
  return (view) => {
    const { filters, columns } = withoutPersonal(view)
    const createdBy = view.filters?.createdBy
    keep({ view: view.id, filters, sort: view.sort, ...(columns ? { columns } : {}) })
    setSession({
      typed: view.text ?? '',
      chosen: undefined,
      atServer: undefined,
      createdBy: typeof createdBy === 'string' ? createdBy : undefined,
    })
  }
}
