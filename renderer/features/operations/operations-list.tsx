import { Button } from '@mantine/core'
import type { Operation, OperationState } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChooser } from '../../grid/column-chooser'
import { DataGrid } from '../../grid/data-grid'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { DensityToggle } from '../../grid/density-toggle'
import { GridSkeleton } from '../../grid/grid-skeleton'
import { useGridState } from '../../grid/use-grid-state'
import { useShortcut } from '../../lib/shortcuts'
import { EmptyState } from '../../ui/empty-state'
import { ErrorNotice } from '../../ui/error-notice'
import { LoadingBar } from '../../ui/loading-bar'
import { useSettings } from '../settings'
import { useOperationColumns } from './columns/use-operation-columns'
import { ExportButton } from './export-button'
import { JournalNotice } from './journal-notice'
import classes from './operations.module.css'
import { OperationsTabs } from './operations-tabs'
import { operationsListOptions, type StateFilter, stateFilters } from './queries'
import { StateFilterControl } from './state-filter'

const idOf = ({ id }: Operation) => id
const noColumns: never[] = []
const neverSorted = () => {}

interface OperationsListProps {
  readonly profile: ProfileId
  readonly grid: RefObject<DataGridHandle | null>
  readonly onOpen: (row: Operation) => void
}

/** The journal as a list, newest first. */
export function OperationsList({ profile, grid, onOpen }: OperationsListProps) {
  const { t } = useTranslation('operations')
  const { state, update } = useGridState(profile, 'operations')
  const { settings, update: updateSettings } = useSettings()
  const [filter, setFilter] = useState<StateFilter>('all')
  const [selection, setSelection] = useState<string[]>([])
  const columns = useOperationColumns()
  const query = useInfiniteQuery(operationsListOptions(profile, filter))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.operations), [query.data])
  const refresh = useCallback(() => void query.refetch(), [query.refetch])
  const layout = state?.columns ?? noColumns
  const { density } = settings
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh)

  let instead: ReactNode
  if (query.isPending) instead = <GridSkeleton density={density} />
  else if (query.isError && !rows) instead = <Failed error={query.error} onRetry={refresh} />
  else if (rows?.length === 0) instead = <Empty filter={filter} onShowAll={() => setFilter('all')} />

  return (
    <section className={classes.list}>
      <header className={classes.header}>
        <OperationsTabs current="operations" />
        <StateFilterControl
          value={filter}
          counts={countsOf(query.data?.pages[0]?.unsettled)}
          onChange={setFilter}
        />
        <span className={classes.tools}>
          <ExportButton profile={profile} filter={filter} />
          <DensityToggle density={density} onChange={(next) => updateSettings({ density: next })} />
          <ColumnChooser
            columns={columns}
            layout={layout}
            onLayoutChange={(next) => update({ columns: next })}
          />
        </span>
      </header>
      <JournalNotice />
      <LoadingBar active={query.isFetching && !query.isPending} />
      {query.isRefetchError ? <Failed error={query.error} onRetry={refresh} /> : null}
      <DataGrid
        ref={grid}
        label={t('title')}
        rows={rows}
        columns={columns}
        rowKey={idOf}
        density={density}
        layout={layout}
        onLayoutChange={(next) => update({ columns: next })}
        sort={undefined}
        onSortChange={neverSorted}
        selection={selection}
        onSelectionChange={setSelection}
        onOpen={onOpen}
        onNearEnd={() => {
          if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
        }}
        instead={instead}
      />
    </section>
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

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('operations')
  return (
    <div className={classes.failed}>
      <ErrorNotice
        error={error}
        actions={
          <Button variant="default" onClick={onRetry}>
            {t('failed.retry')}
          </Button>
        }
      />
    </div>
  )
}

function Empty({ filter, onShowAll }: { filter: StateFilter; onShowAll: () => void }) {
  const { t } = useTranslation('operations')
  if (filter === 'all') return <EmptyState title={t('empty.title')}>{t('empty.reason')}</EmptyState>
  return <EmptyState title={t('empty.filtered')} action={{ label: t('empty.showAll'), run: onShowAll }} />
}
