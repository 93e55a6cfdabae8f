import { useTranslation } from 'react-i18next'
import { type BulkKinds, SelectionActions } from '../../batches'
import { JournalList } from '../../operations'
import { useActiveProfile } from '../../profiles'
import { useCancellationColumns } from './use-cancellation-columns'

const kinds = ['cancel-order']
/** What may still be wanted of an order of which something was cancelled. */
const bulkKinds: BulkKinds = ['refund', 'cancel', 'amend', 'payment-email', 'vouchers']

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
      actions={(orders) => <SelectionActions orders={orders} kinds={bulkKinds} />}
      empty={{ title: t('list.empty.title'), reason: t('list.empty.reason') }}
    />
  )
}
