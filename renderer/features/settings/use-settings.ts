import type { Settings, SettingsView } from '@shared/features/settings'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'
import { toastError } from '../../ui/toasts'
import { settingsQuery } from './queries'

/** The settings, and changing some of them. What is changed shows at once and goes back if main refuses it. */
export function useSettings(): SettingsView & { update(change: Partial<Settings>): void } {
  const queryClient = useQueryClient()
  const { queryKey } = settingsQuery()
  const { data } = useSuspenseQuery(settingsQuery())
  const { mutate } = useMutation({
    mutationFn: (change: Partial<Settings>) => ipc.settings.updateSettings(change),
    onMutate: (change) => {
      queryClient.setQueryData(
        queryKey,
        (view) => view && { ...view, settings: { ...view.settings, ...change } },
      )
    },
    onSuccess: (view) => queryClient.setQueryData(queryKey, view),
    onError: (error) => {
      toastError(error)
      void queryClient.invalidateQueries({ queryKey })
    },
  })
  return { ...data, update: mutate }
}
