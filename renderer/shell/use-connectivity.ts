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
  const [unreachable, setUnreachable] = useState<ServerNews>()

  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        const news = newsOfServer(event, id)
        if (news) setUnreachable((before) => nextUnreachable(before, news))
      }),
    [client, id],
  )
  // The built-in sandbox is on this computer and needs no network.
  if (!network && environment !== 'built-in-sandbox') return 'computer'
  return unreachable?.profile === id ? 'server' : 'online'
}

/** What a question about a profile came to. */
export interface ServerNews {
  readonly profile: string
  /** First part of the query's key: `orders`. */
  readonly feature: unknown
  readonly reached: boolean
}

/**
 * What an event of the query cache says about the server of a profile; nothing when it is about something else. Keys of
 * what belongs to a profile are `[feature, profileId, …]`.
 */
export function newsOfServer(event: QueryCacheNotifyEvent, profile: string): ServerNews | undefined {
  if (event.type !== 'updated') return undefined
  const [feature, about] = event.query.queryKey
  if (about !== profile) return undefined
  if (event.action.type === 'success' && !event.action.manual) return { profile, feature, reached: true }
  if (event.action.type !== 'error') return undefined
  const { error } = event.action
  const reached = !(error instanceof OperationError && error.appError.code === 'OFFLINE')
  return { profile, feature, reached }
}

/**
 * The failure that still stands. Only an answer to the same feature's question ends it: others, such as the journal, are
 * answered on this computer.
 */
export function nextUnreachable(before: ServerNews | undefined, news: ServerNews): ServerNews | undefined {
  if (!news.reached) return news
  return before?.profile === news.profile && before.feature === news.feature ? undefined : before
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
