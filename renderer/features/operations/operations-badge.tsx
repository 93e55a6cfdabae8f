import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../lib/ipc'
import { CountBadge } from '../../ui/count-badge'
import { useActiveProfile } from '../profiles'
import { operationsKey } from './queries'

/** How many operations of this profile wait for a person: what has no known outcome, or was held. */
export function OperationsBadge() {
  const { t } = useTranslation('operations')
  const { profile } = useActiveProfile()
  const { data } = useQuery({
    queryKey: [...operationsKey(profile.id), 'waiting'],
    queryFn: () => ipc.operations.countWaiting({ profile: profile.id }),
  })
  if (!data) return null
  const { waiting, review, unusable } = data
  if (unusable) return <CountBadge count="!" label={t('journal.cannotBeUsed')} urgent />
  return <CountBadge count={waiting} label={t('waiting', { count: waiting })} urgent={review > 0} />
}
