import type { QueryClient } from '@tanstack/react-query'
import { onEvent } from '../../lib/events'
import { readAnew } from '../../lib/read-anew'

/** Requests are read again at most this often as their batches get on, in milliseconds: there may be thousands of lines. */
const every = 1000

/** Reads again what this window shows of requests as they get on, and lets go of what it read of those who are erased. */
export function followPrivacy(client: QueryClient): void {
  let isWaiting = false
  onEvent('privacy.changed', ({ profile }) => readOf(client, profile))
  onEvent('privacy.erased', ({ profile }) => forget(client, profile))
  onEvent('journal.changed', () => {
    if (isWaiting) return
    isWaiting = true
    setTimeout(() => {
      isWaiting = false
      readOf(client)
    }, every)
  })
}

function readOf(client: QueryClient, profile?: string): void {
  for (const { queryKey } of client.getQueryCache().findAll({ queryKey: ['privacy'], type: 'active' })) {
    const [, of, what] = queryKey
    const isOfRequest = what === 'list' || what === 'request'
    if (isOfRequest && (profile === undefined || of === profile)) void readAnew(client, queryKey)
  }
}

/** What stays in memory by itself and says nothing of guests. */
const impersonal: readonly unknown[] = ['app', 'privacy', 'profiles', 'settings']

/**
 * Nobody knows which of the lists, copies and comparisons that this window read name a person, so all of the profile go;
 * what is on screen is read again.
 */
function forget(client: QueryClient, profile: string): void {
  const ofGuests = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    !impersonal.includes(queryKey[0]) && (queryKey.includes(profile) || typeof queryKey[1] !== 'string')
  client.removeQueries({ predicate: ofGuests, type: 'inactive' })
  void client.resetQueries({ predicate: ofGuests, type: 'active' })
  for (const mutation of client.getMutationCache().findAll()) {
    if (mutation.state.status !== 'pending') client.getMutationCache().remove(mutation)
  }
}
