import type { Operation, OperationState } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { EmptyState } from '../../ui/empty-state'
import { ListScreen } from '../list-screen'
import { useOperationColumns } from './columns/use-operation-columns'
import { ExportButton } from './export-button'
import { JournalEmpty } from './journal-empty'
import { JournalNotice } from './journal-notice'
import { OperationsTabs } from './operations-tabs'
import { type StateFilter, stateFilters } from './queries'
import { StateFilterControl } from './state-filter'
import { useOperations } from './use-operations'

const idOf = ({ id }: Operation) => id

interface OperationsListProps {
  readonly profile: ProfileId
  readonly grid: RefObject<DataGridHandle | null>
  readonly onOpen: (row: Operation) => void
}

/** The journal as a list, newest first. */
export function OperationsList({ profile, grid, onOpen }: OperationsListProps) {
  const { t } = useTranslation('operations')
  const [filter, setFilter] = useState<StateFilter>('all')
  const columns = useOperationColumns()
  const { query, rows, refresh, loadMore } = useOperations(profile, filter)
  return (
    <ListScreen
      profile={profile}
      id="operations"
      label={t('title')}
      header={
        <>
          <OperationsTabs current="operations" />
          <StateFilterControl
            value={filter}
            counts={countsOf(query.data?.pages[0]?.unsettled)}
            onChange={setFilter}
          />
        </>
      }
      tools={<ExportButton profile={profile} filter={filter} />}
      notice={<JournalNotice />}
      columns={columns}
      rows={rows}
      rowKey={idOf}
      query={query}
      onRefresh={refresh}
      empty={
        <JournalEmpty>
          <Empty filter={filter} onShowAll={() => setFilter('all')} />
        </JournalEmpty>
      }
      onOpen={onOpen}
      onNearEnd={loadMore}
      grid={grid}
    />
  )
}

/** What the journal counts by state, added up for the filters that people wait on. */
function countsOf(
  unsettled: Partial<Record<OperationState, number>> = {},
): Partial<Record<StateFilter, number>> {
  const sum = (states: readonly OperationState[]) =>
    states.reduce((total, state) => total + (unsettled[state] ?? 0), 0)
  return { open: sum(stateFilters.open), review: sum(stateFilters.review) }
}

function Empty({ filter, onShowAll }: { filter: StateFilter; onShowAll: () => void }) {
  const { t } = useTranslation('operations')
  if (filter === 'all') return <EmptyState title={t('empty.title')}>{t('empty.reason')}</EmptyState>
  return <EmptyState title={t('empty.filtered')} action={{ label: t('empty.showAll'), run: onShowAll }} />
}
