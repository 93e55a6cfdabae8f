import type { QueryClient } from '@tanstack/react-query'
import { Temporal } from 'temporal-polyfill'
import { gridStateOptions } from '../../grid/use-grid-state'
import { profilesQuery } from '../profiles'
import { openingQuestion } from './orders-question'
import { ordersListOptions } from './queries'

/**
 * Asks for the first page of the list while the code of its screen still loads: the answer is what takes longest.
 * The screen finds it under way and waits for the same one. What fails here, fails there again and is told there.
 */
export async function readFirstPage(client: QueryClient): Promise<void> {
  const { profiles, active } = await client.ensureQueryData(profilesQuery())
  const profile = profiles.find(({ id }) => id === active) ?? profiles[0]
  if (!profile) return
  const state = await client.ensureQueryData(gridStateOptions(profile.id, 'orders'))
  const date = Temporal.Now.plainDateISO().toString()
  const inferred = profile.environment === 'built-in-sandbox'
  await client.prefetchInfiniteQuery(
    ordersListOptions(profile.id, openingQuestion(state, { date, inferred })),
  )
}
