import { Button, Group } from '@mantine/core'
import type { SavedView } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { useViewActions } from './use-view-actions'

interface DeleteViewDialogProps {
  readonly profile: ProfileId
  readonly view: SavedView
  readonly onClose: () => void
}

/** Deletes an own view after a question. The list stays as it is. */
export function DeleteViewDialog({ profile, view, onClose }: DeleteViewDialogProps) {
  const { t } = useTranslation('orders')
  const { remove } = useViewActions(profile)
  return (
    <Dialog onClose={onClose} title={t('views.deleteTitle', { name: view.name })} size="sm">
      <p>{t('views.deleteConsequence')}</p>
      {remove.error ? <ErrorNotice error={remove.error} /> : null}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('views.keep')}
        </Button>
        <Button loading={remove.isPending} onClick={() => remove.mutate(view.id, { onSuccess: onClose })}>
          {t('views.deleteConfirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
