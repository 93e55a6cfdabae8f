import type { GridId, GridState } from '@shared/features/grid-state'
import type { ProfileId } from '@shared/kernel/ids'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ipc } from '../lib/ipc'
import { createLateSaver } from './late-saver'

/** How a list was left. */
export const gridStateOptions = (profile: ProfileId, grid: GridId) =>
  queryOptions({
    queryKey: ['grid-state', profile, grid],
    queryFn: () => ipc.gridState.getGridState({ profile, grid }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

/** One disk write for a burst of changes, such as the steps of a column being dragged wider. */
const saver = createLateSaver<GridState>(300)
window.addEventListener('pagehide', () => saver.flush())

/**
 * How a list is left, kept over refresh, navigation and restart (per profile). `undefined` until it was read; a list
 * whose state cannot be read starts anew rather than not at all.
 */
export function useGridState(profile: ProfileId, grid: GridId) {
  const client = useQueryClient()
  const options = gridStateOptions(profile, grid)
  const query = useQuery(options)
  const update = useCallback(
    (change: GridState) => {
      const { queryKey } = gridStateOptions(profile, grid)
      const state = { ...client.getQueryData(queryKey), ...change }
      client.setQueryData(queryKey, state)
      saver.save(`${profile} ${grid}`, state, (latest) => {
        // What cannot be kept is still in force until the window closes.
        ipc.gridState.saveGridState({ profile, grid, state: latest }).catch(() => {})
      })
    },
    [client, profile, grid],
  )
  const state: GridState | undefined = query.data ?? (query.isError ? {} : undefined)
  return { state, update }
}
