import { ActionIcon, Button, Table, Tooltip } from '@mantine/core'
import type { Profile } from '@shared/features/profiles'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EnvironmentBadge } from '../../../shell/environment-badge'
import { StatusChip } from '../../../ui/status-chip'
import classes from './profile-list.module.css'

interface ProfileListProps {
  readonly profiles: readonly Profile[]
  /** The one that this window works with. */
  readonly active: string
  /** The one that is being changed. */
  readonly editing?: string | undefined
  readonly onUse: (profile: Profile) => void
  readonly onEdit: (profile: Profile) => void
  readonly onRemove: (profile: Profile) => void
}

/** The profiles in the order of their shortcuts, with what each can do. */
export function ProfileList({ profiles, ...rest }: ProfileListProps) {
  const { t } = useTranslation('profiles')
  return (
    <Table className={classes.table} verticalSpacing={6} horizontalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.profile')}</Table.Th>
          <Table.Th className={classes.address}>{t('columns.address')}</Table.Th>
          <Table.Th>{t('columns.secret')}</Table.Th>
          <Table.Th>{t('columns.access')}</Table.Th>
          <Table.Th aria-label={t('columns.actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {profiles.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} isLast={profiles.length === 1} {...rest} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

interface RowProps extends Omit<ProfileListProps, 'profiles'> {
  readonly profile: Profile
  readonly isLast: boolean
}

function ProfileRow({ profile, isLast, active, editing, onUse, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation('profiles')
  const { name, baseAddress } = profile
  const remove = isLast ? t('removal.last') : t('removeProfile', { profile: name })
  return (
    <Table.Tr className={classes.row} data-editing={editing === profile.id || undefined}>
      <Table.Td>
        <span className={classes.profile}>
          <span className={classes.name}>{name}</span>
          <EnvironmentBadge environment={profile.environment} />
        </span>
      </Table.Td>
      <Table.Td className={classes.address}>
        {baseAddress === undefined ? t('onThisComputer') : <code>{new URL(baseAddress).host}</code>}
      </Table.Td>
      <Table.Td>
        <SecretChip profile={profile} />
      </Table.Td>
      <Table.Td>{t(`access.${canSignIn(profile) ? profile.access : 'none'}`)}</Table.Td>
      <Table.Td className={classes.actions}>
        {active === profile.id ? (
          <span className={classes.inUse}>{t('inUse')}</span>
        ) : (
          <Button size="compact-xs" variant="subtle" onClick={() => onUse(profile)}>
            {t('use')}
          </Button>
        )}
        <Tooltip label={t('edit', { profile: name })}>
          <ActionIcon aria-label={t('edit', { profile: name })} onClick={() => onEdit(profile)}>
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={remove}>
          <ActionIcon
            aria-label={remove}
            aria-disabled={isLast}
            className={isLast ? (classes.impossible ?? '') : ''}
            onClick={() => !isLast && onRemove(profile)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </Table.Td>
    </Table.Tr>
  )
}

/** The built-in sandbox makes its own secret. */
const canSignIn = ({ environment, secret }: Profile) =>
  environment === 'built-in-sandbox' || secret !== 'none'

function SecretChip({ profile: { environment, secret } }: { profile: Profile }) {
  const { t } = useTranslation('profiles')
  if (environment === 'built-in-sandbox') return <span className={classes.quiet}>{t('secret.own')}</span>
  if (secret === 'keychain') return <span>{t('secret.keychain')}</span>
  return <StatusChip tone={secret === 'none' ? 'failed' : 'pending'} label={t(`secret.${secret}`)} />
}
