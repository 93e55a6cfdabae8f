import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JournalList } from '../../operations'
import { useActiveProfile } from '../../profiles'
import { type AmendmentView, AmendmentViews } from './amendment-views'
import { ChangedElsewhereList } from './changed-elsewhere-list'
import { useAmendmentColumns } from './use-amendment-columns'

/** Operations that save an order, and what they are called in the journal. */
const kinds = ['amend-order', 'edit-contact', 'send-tickets']

interface AmendmentsScreenProps {
  /** What can be done with the orders of the selected rows. */
  readonly actions: (orders: readonly string[]) => ReactNode
}

/** The amendments of the profile that this window works with, and what changed without them. */
export function AmendmentsScreen({ actions }: AmendmentsScreenProps) {
  const { t } = useTranslation('amendments')
  const { profile } = useActiveProfile()
  const [view, setView] = useState<AmendmentView>('here')
  const columns = useAmendmentColumns()
  const views = <AmendmentViews view={view} onView={setView} />
  if (view === 'elsewhere')
    return <ChangedElsewhereList key={profile.id} profile={profile.id} views={views} actions={actions} />
  return (
    <JournalList
      key={profile.id}
      profile={profile.id}
      name="amendments"
      title={t('list.title')}
      kinds={kinds}
      columns={columns}
      empty={{ title: t('list.empty.title'), reason: t('list.empty.reason') }}
      views={views}
      actions={actions}
    />
  )
}
