import { Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ColumnChooser } from '../../../grid/column-chooser'
import { DataGrid } from '../../../grid/data-grid'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { DensityToggle } from '../../../grid/density-toggle'
import { GridSkeleton } from '../../../grid/grid-skeleton'
import { useGridState } from '../../../grid/use-grid-state'
import { useShortcut } from '../../../lib/shortcuts'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { JournalNotice, operationsListOptions } from '../../operations'
import { useSettings } from '../../settings'
import classes from './amendments-list.module.css'
import { useAmendmentColumns } from './use-amendment-columns'

/** Operations that save an order, and what they are called in the journal. */
const kinds = ['amend-order', 'send-tickets']
const idOf = ({ id }: Operation) => id
const noColumns: never[] = []
const neverSorted = () => {}

/** What was amended from this computer, newest first. A row opens its operation. */
export function AmendmentsList({ profile }: { profile: ProfileId }) {
  const { t } = useTranslation('amendments')
  const [, navigate] = useLocation()
  const grid = useRef<DataGridHandle>(null)
  const { state, update } = useGridState(profile, 'amendments')
  const { settings, update: updateSettings } = useSettings()
  const [selection, setSelection] = useState<string[]>([])
  const columns = useAmendmentColumns()
  const query = useInfiniteQuery(operationsListOptions(profile, 'all', kinds))
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.operations), [query.data])
  const refresh = () => void query.refetch()
  const layout = state?.columns ?? noColumns
  const { density } = settings
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh)

  let instead: ReactNode
  if (query.isPending) instead = <GridSkeleton density={density} />
  else if (query.isError && !rows) instead = <Failed error={query.error} onRetry={refresh} />
  else if (rows?.length === 0) {
    instead = <EmptyState title={t('list.empty.title')}>{t('list.empty.reason')}</EmptyState>
  }

  return (
    <section className={classes.list}>
      <header className={classes.header}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        <span className={classes.tools}>
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
        label={t('list.title')}
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
        onOpen={({ id }: Operation) => navigate(`/operations/${id}`)}
        onNearEnd={() => {
          if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
        }}
        instead={instead}
      />
    </section>
  )
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('amendments')
  return (
    <div className={classes.failed}>
      <ErrorNotice
        error={error}
        actions={
          <Button variant="default" onClick={onRetry}>
            {t('list.retry')}
          </Button>
        }
      />
    </div>
  )
}
