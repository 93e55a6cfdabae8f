import { Button } from '@mantine/core'
import type { Operation } from '@shared/features/operations'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { GridColumn } from '../../grid/column'
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
import { JournalNotice } from './journal-notice'
import classes from './operations.module.css'
import { operationsListOptions } from './queries'

const idOf = ({ id }: Operation) => id
const noColumns: never[] = []
const neverSorted = () => {}

interface JournalListProps {
  readonly profile: ProfileId
  /** Under which its columns are remembered. */
  readonly name: string
  readonly title: string
  /** Kinds of operations that are listed. */
  readonly kinds: readonly string[]
  readonly columns: readonly GridColumn<Operation>[]
  readonly empty: { readonly title: string; readonly reason: string }
}

/** Operations of some kinds that were asked for at this computer, newest first. A row opens its operation. */
export function JournalList({ profile, name, title, kinds, columns, empty }: JournalListProps) {
  const [, navigate] = useLocation()
  const grid = useRef<DataGridHandle>(null)
  const { state, update } = useGridState(profile, name)
  const { settings, update: updateSettings } = useSettings()
  const [selection, setSelection] = useState<string[]>([])
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
  else if (rows?.length === 0) instead = <EmptyState title={empty.title}>{empty.reason}</EmptyState>

  return (
    <section className={classes.list}>
      <header className={classes.header}>
        <h1 className={classes.title}>{title}</h1>
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
        label={title}
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

/** What cannot be read says so, and can be read again. */
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
