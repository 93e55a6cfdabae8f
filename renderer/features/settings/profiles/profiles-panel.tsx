import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { profilesQuery, useActiveProfile } from '../../profiles'
import { KeychainNotice } from './keychain-notice'
import { ProfileFailure } from './profile-failure'
import { ProfileForm } from './profile-form'
import { ProfileList } from './profile-list'
import classes from './profiles-panel.module.css'
import { useRemoveProfile } from './use-remove-profile'

interface ProfilesPanelProps {
  /** Id of the profile whose form is open, or `new`. */
  readonly open?: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

/** The profiles of this installation: list, form, and what the keychain makes of them. */
export function ProfilesPanel({ open, onOpen }: ProfilesPanelProps) {
  const { t } = useTranslation('profiles')
  const { keychain } = useSuspenseQuery(profilesQuery()).data
  const { profile: active, profiles, select } = useActiveProfile()
  const removal = useRemoveProfile()
  const editing = profiles.find(({ id }) => id === open)
  const close = () => onOpen(undefined)
  return (
    <div className={classes.panel}>
      <KeychainNotice keychain={keychain} />
      <ProfileList
        profiles={profiles}
        active={active.id}
        editing={editing?.id}
        onUse={({ id }) => select(id)}
        onEdit={({ id }) => onOpen(id)}
        onRemove={(profile) => !removal.isPending && removal.mutate(profile)}
      />
      {removal.error ? <ProfileFailure error={removal.error} profile={removal.variables?.id} /> : null}
      {open === 'new' || editing ? (
        <ProfileForm key={open} profile={editing} onClose={close} />
      ) : (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => onOpen('new')}>
          {t('add')}
        </Button>
      )}
    </div>
  )
}
