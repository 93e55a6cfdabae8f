import type { Profile } from '@shared/features/profiles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toAppError } from '../../../lib/present-error'
import { toastDone } from '../../../ui/toasts'
import { profilesQuery } from '../../profiles'

/** Removes a profile once the person has said so in a dialog of the operating system, which main opens. */
export function useRemoveProfile() {
  const { t } = useTranslation('profiles')
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async ({ id }: Profile) => {
      try {
        await ipc.profiles.removeProfile({ profile: id })
        return { isRemoved: true }
      } catch (error) {
        // Keeping it after all is no failure.
        if (toAppError(error).code === 'DECLINED') return { isRemoved: false }
        throw error
      }
    },
    onSuccess: async ({ isRemoved }, { name }) => {
      if (!isRemoved) return
      await queryClient.invalidateQueries({ queryKey: profilesQuery().queryKey })
      toastDone({ title: t('removal.done', { profile: name }) })
    },
  })
}
