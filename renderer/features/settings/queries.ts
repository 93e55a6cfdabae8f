import { type QueryClient, queryOptions } from '@tanstack/react-query'
import i18next from 'i18next'
import { onEvent } from '../../lib/events'
import { ipc } from '../../lib/ipc'

/** The settings of this installation. Fresh until main says otherwise. */
export const settingsQuery = () =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: () => ipc.settings.getSettings({}),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Keeps this window in step with settings that changed anywhere, its language included. */
export function followSettings(queryClient: QueryClient): void {
  onEvent('settings.changed', async () => {
    const { resolved } = await queryClient.fetchQuery({ ...settingsQuery(), staleTime: 0 })
    if (resolved.language === i18next.language) return
    await i18next.changeLanguage(resolved.language)
    document.documentElement.lang = resolved.language
  })
}
