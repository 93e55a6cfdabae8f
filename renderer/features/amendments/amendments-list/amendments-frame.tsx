import { Button, SegmentedControl } from '@mantine/core'
import type { ProfileId } from '@shared/kernel/ids'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../../grid/column'
import { ColumnChooser } from '../../../grid/column-chooser'
import { DataGrid } from '../../../grid/data-grid'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { DensityToggle } from '../../../grid/density-toggle'
import { GridSkeleton } from '../../../grid/grid-skeleton'
import { useGridState } from '../../../grid/use-grid-state'
import { useShortcut } from '../../../lib/shortcuts'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { JournalNotice } from '../../operations'
import { useSettings } from '../../settings'
import classes from './amendments-list.module.css'

/** What the screen lists: what was amended here, or what changed without us. */
export const amendmentViews = ['here', 'elsewhere'] as const
export type AmendmentView = (typeof amendmentViews)[number]

/** A paged query, as far as a list shows it. */
interface PagedQuery {
  readonly isPending: boolean
  readonly isError: boolean
  readonly isFetching: boolean
  readonly isRefetchError: boolean
  readonly error: unknown
  refetch(): unknown
}

interface AmendmentsFrameProps<Row> {
  readonly profile: ProfileId
  readonly gridId: string
  readonly view: AmendmentView
  readonly onView: (view: AmendmentView) => void
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly query: PagedQuery
  /** Shown where there is no row. */
  readonly empty: ReactNode
  readonly onOpen: (row: Row) => void
  readonly onNearEnd?: () => void
  /** More to choose, beside the views. */
  readonly tools?: ReactNode
  readonly footer?: ReactNode
}

const noColumns: never[] = []
const neverSorted = () => {}

/** The list of the Amendments screen, whichever of its views is shown. */
export function AmendmentsFrame<Row>(props: AmendmentsFrameProps<Row>) {
  const { profile, gridId, view, onView, columns, rows, rowKey, query, empty, tools, footer } = props
  const { t } = useTranslation('amendments')
  const grid = useRef<DataGridHandle>(null)
  const { state, update } = useGridState(profile, gridId)
  const { settings, update: updateSettings } = useSettings()
  const [selection, setSelection] = useState<string[]>([])
  const refresh = () => void query.refetch()
  const layout = state?.columns ?? noColumns
  const { density } = settings
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh)

  let instead: ReactNode
  if (query.isPending) instead = <GridSkeleton density={density} />
  else if (query.isError && !rows) instead = <Failed error={query.error} onRetry={refresh} />
  else if (rows?.length === 0) instead = empty

  return (
    <section className={classes.list}>
      <header className={classes.header}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        <SegmentedControl
          size="xs"
          aria-label={t('list.view.label')}
          value={view}
          onChange={(next) => onView(next as AmendmentView)}
          data={amendmentViews.map((value) => ({ value, label: t(`list.view.${value}`) }))}
        />
        {tools}
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
        label={t(view === 'here' ? 'list.title' : 'list.view.elsewhere')}
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        density={density}
        layout={layout}
        onLayoutChange={(next) => update({ columns: next })}
        sort={undefined}
        onSortChange={neverSorted}
        selection={selection}
        onSelectionChange={setSelection}
        onOpen={props.onOpen}
        {...(props.onNearEnd ? { onNearEnd: props.onNearEnd } : {})}
        instead={instead}
      />
      {footer}
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
