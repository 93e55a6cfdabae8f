import { dueStatus } from '@shared/features/privacy'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAfterStart } from '../../lib/use-after-start'
import { CountBadge } from '../../ui/count-badge'
import { useActiveProfile } from '../profiles'
import { privacyQueries } from './queries'

/** How many requests of this profile are due within days, or overdue. */
export function PrivacyBadge() {
  const { t } = useTranslation('privacy')
  const { profile } = useActiveProfile()
  const { data } = useQuery({ ...privacyQueries.list(profile.id), enabled: useAfterStart() })
  if (!data) return null
  const open = data.requests.filter(({ state }) => state !== 'completed' && state !== 'withdrawn')
  const kinds = open.map(({ dueOn }) => dueStatus(dueOn, data.today).kind)
  const due = kinds.filter((kind) => kind !== 'later').length
  return <CountBadge count={due} label={t('badge', { count: due })} urgent={kinds.includes('overdue')} />
}
