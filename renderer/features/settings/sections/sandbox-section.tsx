import { Button, Group } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { Dialog } from '../../../ui/dialog'
import { toastDone } from '../../../ui/toasts'
import { useActiveProfile } from '../../profiles'
import { ProfileFailure } from '../profiles/profile-failure'
import classes from '../settings.module.css'
import { SettingsSection } from '../settings-section'

/** Resetting the built-in sandbox; absent when no profile uses it. */
export function SandboxSection() {
  const { t } = useTranslation('settings')
  const { profiles } = useActiveProfile()
  const [asking, setAsking] = useState<Profile>()
  const sandboxes = profiles.filter(({ environment }) => environment === 'built-in-sandbox')
  if (sandboxes.length === 0) return null
  return (
    <SettingsSection title={t('sandbox.title')}>
      <p className={classes.hint}>{t('sandbox.hint')}</p>
      {sandboxes.map((profile) => (
        <Button key={profile.id} variant="default" onClick={() => setAsking(profile)}>
          {t('sandbox.reset', { profile: profile.name })}
        </Button>
      ))}
      {asking ? <ResetDialog profile={asking} onClose={() => setAsking(undefined)} /> : null}
    </SettingsSection>
  )
}

function ResetDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const reset = useMutation({
    mutationFn: () => ipc.profiles.resetSandbox({ profile: profile.id }),
    onSuccess: () => {
      toastDone({ title: t('sandbox.done', { profile: profile.name }) })
      onClose()
    },
  })
  return (
    <Dialog onClose={onClose} title={t('sandbox.question', { profile: profile.name })} size="sm">
      <p>{t('sandbox.consequence')}</p>
      {reset.error ? <ProfileFailure error={reset.error} profile={profile.id} /> : null}
      <Group justify="flex-end" gap={8} mt={16}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('sandbox.keep')}
        </Button>
        <Button loading={reset.isPending} onClick={() => reset.mutate()}>
          {t('sandbox.confirm')}
        </Button>
      </Group>
    </Dialog>
  )
}
