import { Menu, VisuallyHidden } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { IconCheck, IconChevronDown, IconLock, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type ShortcutId, shortcutTable, useShortcut } from '../lib/shortcuts'
import { Kbd } from '../ui/kbd'
import { EnvironmentBadge } from './environment-badge'
import classes from './profile-switcher.module.css'

interface ProfileSwitcherProps {
  readonly profile: Profile
  /** In the order of their shortcuts. */
  readonly profiles: readonly Profile[]
  readonly onSelect: (id: string) => void
}

/** Says who we work as and where, and changes it. */
export function ProfileSwitcher({ profile, profiles, onSelect }: ProfileSwitcherProps) {
  const { t } = useTranslation('shell')
  const [, navigate] = useLocation()
  return (
    <Menu position="bottom-start" width={320} returnFocus>
      <Menu.Target>
        <button type="button" className={classes.target}>
          <VisuallyHidden>{t('profiles.switch')}</VisuallyHidden>
          <EnvironmentBadge environment={profile.environment} />
          <span className={classes.name}>{profile.name}</span>
          <ReadOnlyMark profile={profile} />
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {profiles.map((other, place) => (
          <Menu.Item
            key={other.id}
            onClick={() => onSelect(other.id)}
            leftSection={other.id === profile.id ? <IconCheck size={14} /> : <span className={classes.gap} />}
            rightSection={<ProfileKeys place={place} />}
            aria-current={other.id === profile.id || undefined}
          >
            <span className={classes.line}>
              <span className={classes.name}>{other.name}</span>
              <EnvironmentBadge environment={other.environment} />
              <ReadOnlyMark profile={other} />
            </span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => navigate(addProfilePath)}>
          {t('profiles.add')}
        </Menu.Item>
      </Menu.Dropdown>
      {profiles.slice(0, profileShortcuts.length).map((other, place) => (
        <ProfileShortcut key={other.id} place={place} name={other.name} onSelect={() => onSelect(other.id)} />
      ))}
    </Menu>
  )
}

/** Where Settings adds a profile. */
export const addProfilePath = '/settings/profiles/new'

const profileShortcuts = Object.keys(shortcutTable).filter((id) => /^profile\d$/.test(id)) as ShortcutId[]

function ProfileShortcut(props: { place: number; name: string; onSelect: () => void }) {
  const { t } = useTranslation('shell')
  const [first = 'profile1'] = profileShortcuts
  useShortcut(profileShortcuts[props.place] ?? first, props.onSelect, {
    label: t('profiles.switchTo', { name: props.name }),
  })
  return null
}

function ProfileKeys({ place }: { place: number }) {
  const id = profileShortcuts[place]
  return id ? <Kbd keys={shortcutTable[id].keys} /> : null
}

function ReadOnlyMark({ profile }: { profile: Profile }) {
  const { t } = useTranslation('shell')
  if (profile.access === 'full') return null
  return (
    <span className={classes.readOnly}>
      <IconLock size={12} aria-hidden />
      {t('profiles.readOnly')}
    </span>
  )
}
