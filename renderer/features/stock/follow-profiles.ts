import { hashKey, type QueryClient } from '@tanstack/react-query'
import { profilesQuery } from '../profiles'
import { keepStockDesks } from './stock-desk'

/** Lets go of what was being done to the stock of a profile once this window learns that it was removed. */
export function followStockProfiles(client: QueryClient): void {
  const { queryKey } = profilesQuery()
  const list = hashKey(queryKey)
  client.getQueryCache().subscribe(({ query, type }) => {
    const known = type === 'updated' && query.queryHash === list ? client.getQueryData(queryKey) : undefined
    if (known) keepStockDesks(known.profiles.map(({ id }) => id))
  })
}
