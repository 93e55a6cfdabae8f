import type { mirrorOperations, SavedView } from '@shared/features/mirror'
import type { OutputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc, OperationError } from '../../../lib/ipc'
import { toastDone, toastError } from '../../../ui/toasts'
import { unknownFilter } from './check-imported'
import { ownViewsOptions } from './use-views'

type Views = OutputOf<(typeof mirrorOperations)['listViews']>

/** Keeping own views: what the screen knows of them is what main answers. */
export function useViewActions(profile: ProfileId) {
  const { t } = useTranslation('orders')
  const client = useQueryClient()
  const onSuccess = (views: Views) => client.setQueryData(ownViewsOptions(profile).queryKey, views)
  const save = useMutation({
    mutationFn: (view: SavedView) => ipc.mirror.saveView({ profile, view }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (view: string) => ipc.mirror.removeView({ profile, view }),
    onSuccess,
  })
  const exported = useMutation({
    mutationFn: (withPersonal: boolean) => ipc.mirror.exportViews({ profile, withPersonal }),
    onSuccess: ({ savedAs, views }) => {
      if (savedAs !== undefined) toastDone({ title: t('views.exported', { count: views, file: savedAs }) })
    },
  })
  const imported = useMutation({
    mutationFn: async () => {
      const { views } = await ipc.mirror.readViewsFile({})
      if (!views) return
      const where = unknownFilter(views)
      if (where !== undefined) {
        const params = { reason: 'unknown-filter', where }
        throw new OperationError(appError('VIEWS_FILE_REFUSED', 'a filter is not known', { params }))
      }
      onSuccess(await ipc.mirror.addViews({ profile, views }))
      toastDone({ title: t('views.imported', { count: views.length }) })
    },
    onError: (error) => toastError(error),
  })
  return { save, remove, exported, imported }
}
