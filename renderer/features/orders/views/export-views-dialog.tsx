import { Button, Checkbox, Group } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { useViewActions } from './use-view-actions'

interface ExportViewsDialogProps {
  readonly profile: ProfileId
  readonly count: number
  readonly onClose: () => void
}

/** Writes own views to a file: without what may name a guest, unless the person wants it. */
export function ExportViewsDialog({ profile, count, onClose }: ExportViewsDialogProps) {
  const { t } = useTranslation('orders')
  const { exported } = useViewActions(profile)
  const [withPersonal, setWithPersonal] = useState(false)
  return (
    <Dialog onClose={onClose} title={t('views.exportTitle', { count })} size="sm">
      <p>{t('views.exportHint')}</p>
      <Checkbox
        label={t('views.withPersonal')}
        checked={withPersonal}
        onChange={({ currentTarget }) => setWithPersonal(currentTarget.checked)}
      />
      {exported.error ? <ErrorNotice error={exported.error} /> : null}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" onClick={onClose}>
          {t('views.cancel')}
        </Button>
        <Button
          data-autofocus
          loading={exported.isPending}
          onClick={() => exported.mutate(withPersonal, { onSuccess: onClose })}
        >
          {t('views.exportConfirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
