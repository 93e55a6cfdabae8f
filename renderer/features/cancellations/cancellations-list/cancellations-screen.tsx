import { useTranslation } from 'react-i18next'
import { JournalList } from '../../operations'
import { useActiveProfile } from '../../profiles'
import { useCancellationColumns } from './use-cancellation-columns'

const kinds = ['cancel-order']

/** What the profile of this window cancelled from this computer. */
export function CancellationsScreen() {
  const { t } = useTranslation('cancellations')
  const { profile } = useActiveProfile()
  const columns = useCancellationColumns()
  return (
    <JournalList
      key={profile.id}
      profile={profile.id}
      name="cancellations"
      title={t('list.title')}
      kinds={kinds}
      columns={columns}
      empty={{ title: t('list.empty.title'), reason: t('list.empty.reason') }}
    />
  )
}
