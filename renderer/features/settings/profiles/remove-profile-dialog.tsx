import { Button, Group, Modal } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { toastDone } from '../../../ui/toasts'
import { profilesQuery } from '../../profiles'
import danger from './danger.module.css'
import { ProfileFailure } from './profile-failure'

/** Asks once more, and says what goes and what stays. */
export function RemoveProfileDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t } = useTranslation('profiles')
  const queryClient = useQueryClient()
  const remove = useMutation({
    mutationFn: () => ipc.profiles.removeProfile({ profile: profile.id }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: profilesQuery().queryKey })
      toastDone({ title: t('removal.done', { profile: profile.name }) })
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('removal.title', { profile: profile.name })} size="sm">
      <p>{t('removal.body')}</p>
      {profile.environment === 'built-in-sandbox' ? <p>{t('removal.bodySandbox')}</p> : null}
      {remove.error ? <ProfileFailure error={remove.error} profile={profile.id} /> : null}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('removal.keep')}
        </Button>
        <Button className={danger.button} loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('removal.confirm')}
        </Button>
      </Group>
    </Modal>
  )
}
