import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { EmptyState } from '../../../ui/empty-state'
import { operationsListOptions } from '../../operations'
import { AmendmentsFrame, type AmendmentView } from './amendments-frame'
import { useAmendmentColumns } from './use-amendment-columns'

/** Operations that save an order, and what they are called in the journal. */
const kinds = ['amend-order', 'send-tickets']
const idOf = ({ id }: Operation) => id

interface AmendmentsListProps {
  readonly profile: ProfileId
  readonly view: AmendmentView
  readonly onView: (view: AmendmentView) => void
}

/** What was amended from this computer, newest first. A row opens its operation. */
export function AmendmentsList({ profile, ...views }: AmendmentsListProps) {
  const { t } = useTranslation('amendments')
  const [, navigate] = useLocation()
  const columns = useAmendmentColumns()
  const query = useInfiniteQuery(operationsListOptions(profile, 'all', kinds))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.operations), [query.data])
  return (
    <AmendmentsFrame
      {...views}
      profile={profile}
      gridId="amendments"
      columns={columns}
      rows={rows}
      rowKey={idOf}
      query={query}
      empty={<EmptyState title={t('list.empty.title')}>{t('list.empty.reason')}</EmptyState>}
      onOpen={({ id }) => navigate(`/operations/${id}`)}
      onNearEnd={() => {
        if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
      }}
    />
  )
}
