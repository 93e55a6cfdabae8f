import type { ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { useActiveProfile } from '../profiles'

/** Stands in the place of a batch of another profile: what is done with one account is not shown among another's. */
export function OtherProfile({ profile: id }: { profile: ProfileId }) {
  const { t } = useTranslation('batches')
  const { profile, profiles, select } = useActiveProfile()
  const other = profiles.find((one) => one.id === id)
  if (!other) return <EmptyState title={t('other.gone')} />
  return (
    <EmptyState
      title={t('other.title', { name: other.name })}
      action={{ label: t('other.switch', { name: other.name }), run: () => select(other.id) }}
    >
      {t('other.reason', { name: profile.name })}
    </EmptyState>
  )
}
