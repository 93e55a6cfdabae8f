import type { QueryClient, QueryKey } from '@tanstack/react-query'

/**
 * Reads again what is on screen, also where its first reading is still under way: that one may have been answered
 * before the change, and TanStack Query would take it for the new one.
 */
export async function readAnew(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey })
  await client.invalidateQueries({ queryKey })
}
