import { Button, Group } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../lib/ipc'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { mirrorStateOptions } from './queries'

/** Deletes the local copy after a question: it may have taken hours to read. */
export function ForgetDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t } = useTranslation('mirror')
  const client = useQueryClient()
  const forget = useMutation({
    mutationFn: () => ipc.mirror.forgetMirror({ profile: profile.id }),
    onSuccess: (state) => {
      client.setQueryData(mirrorStateOptions(profile.id).queryKey, state)
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={t('forgetDialog.title', { profile: profile.name })} size="sm">
      <p>{t('forgetDialog.consequence')}</p>
      {forget.error ? <ErrorNotice error={forget.error} /> : null}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('forgetDialog.cancel')}
        </Button>
        <Button loading={forget.isPending} onClick={() => forget.mutate()}>
          {t('forgetDialog.confirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
