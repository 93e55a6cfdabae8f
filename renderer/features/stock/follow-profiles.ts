import { hashKey, type QueryClient } from '@tanstack/react-query'
import i18next from 'i18next'
import { createFormat } from '../../lib/format'
import { toastNote } from '../../ui/toasts'
import { profilesQuery } from '../profiles'
import { keepStockDesks } from './stock-desk'

/**
 * Lets go of what was being done to the stock of a profile once this window learns that it was removed, or works as another
 * account: that account may have rows of the same keys.
 */
export function followStockProfiles(client: QueryClient): void {
  const { queryKey } = profilesQuery()
  const list = hashKey(queryKey)
  client.getQueryCache().subscribe(({ query, type }) => {
    const known = type === 'updated' && query.queryHash === list ? client.getQueryData(queryKey) : undefined
    if (!known) return
    for (const [id, edits] of keepStockDesks(known.profiles)) {
      // Nobody edits rows of the account before while those of this one are read.
      void client.resetQueries({ queryKey: ['stock', id] })
      const name = known.profiles.find((profile) => profile.id === id)?.name
      if (edits === 0) continue
      toastNote({
        title: i18next.t('stock:dropped.title', {
          count: edits,
          number: createFormat(i18next.language).count(edits),
        }),
        message: i18next.t('stock:dropped.message', { name }),
        stays: true,
      })
    }
  })
}
