import type { Profile } from '@shared/features/profiles'
import { type QueryCacheNotifyEvent, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { OperationError } from '../lib/ipc'

/** `computer`: this computer has no network. `server`: the profile's server did not answer the last time we asked. */
export type Connectivity = 'online' | 'computer' | 'server'

/** Whether the profile's server can be reached, as far as the last question to it tells. */
export function useConnectivity({ id, environment }: Pick<Profile, 'id' | 'environment'>): Connectivity {
  const client = useQueryClient()
  const network = useSyncExternalStore(subscribeToNetwork, () => navigator.onLine)
  const [unreachable, setUnreachable] = useState<string>()

  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        const reached = reachedServer(event, id)
        if (reached !== undefined) setUnreachable(reached ? undefined : id)
      }),
    [client, id],
  )
  // The built-in sandbox is on this computer and needs no network.
  if (!network && environment !== 'built-in-sandbox') return 'computer'
  return unreachable === id ? 'server' : 'online'
}

/**
 * What an event of the query cache says about the server of a profile; nothing when it is about something else. Keys of
 * what is asked of the API are `[feature, profileId, …]`.
 */
export function reachedServer(event: QueryCacheNotifyEvent, profileId: string): boolean | undefined {
  if (event.type !== 'updated' || event.query.queryKey[1] !== profileId) return undefined
  if (event.action.type === 'success' && !event.action.manual) return true
  if (event.action.type !== 'error') return undefined
  const { error } = event.action
  return !(error instanceof OperationError && error.appError.code === 'OFFLINE')
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
