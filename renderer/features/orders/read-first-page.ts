import type { MirrorState } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { CancelledError, type QueryClient } from '@tanstack/react-query'
import { Temporal } from 'temporal-polyfill'
import { gridStateOptions } from '../../grid/use-grid-state'
import { mirrorStateOptions } from '../mirror'
import { profilesQuery } from '../profiles'
import { mirrorQueries } from './mirror/mirror-queries'
import { isReadable } from './mirror/use-mirror-state'
import { openingMirrorQuery, openingQuestion } from './orders-question'
import { ordersListOptions } from './queries'

/**
 * Asks for the first page of the list while the code of its screen still loads: the answer is what takes longest.
 * The screen finds it under way and waits for the same one. What fails here, fails there again and is told there.
 */
export async function readFirstPage(client: QueryClient): Promise<void> {
  const { profiles, active } = await client.ensureQueryData(profilesQuery())
  const profile = profiles.find(({ id }) => id === active) ?? profiles[0]
  if (!profile) return
  const [state, mirror] = await Promise.all([
    client.ensureQueryData(gridStateOptions(profile.id, 'orders')),
    stateOfMirror(client, profile.id),
  ])
  const date = Temporal.Now.plainDateISO().toString()
  if (mirror && isReadable(mirror)) {
    await client.prefetchQuery(mirrorQueries.list(profile.id, openingMirrorQuery(state, date)))
    return
  }
  const inferred = profile.environment === 'built-in-sandbox'
  await client.prefetchInfiniteQuery(
    ordersListOptions(profile.id, openingQuestion(state, { date, inferred })),
  )
}

/** A mirror that opens meanwhile says so, and what was asked before that is withdrawn. */
async function stateOfMirror(client: QueryClient, profile: ProfileId): Promise<MirrorState | undefined> {
  try {
    return await client.ensureQueryData(mirrorStateOptions(profile))
  } catch (error) {
    return error instanceof CancelledError ? stateOfMirror(client, profile) : undefined
  }
}
