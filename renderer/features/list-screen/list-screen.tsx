import type { ProfileId } from '@shared/kernel/ids'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import type { GridColumn } from '../../grid/column'
import { ColumnChooser } from '../../grid/column-chooser'
import { DataGrid } from '../../grid/data-grid'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { DensityToggle } from '../../grid/density-toggle'
import { GridSkeleton } from '../../grid/grid-skeleton'
import { SelectionCount } from '../../grid/selection-count'
import { useGridState } from '../../grid/use-grid-state'
import { useShortcut } from '../../lib/shortcuts'
import { LoadFailed } from '../../ui/load-failed'
import { LoadingBar } from '../../ui/loading-bar'
import { Screen } from '../../ui/screen'
import { useSettings } from '../settings'
import { type Chosen, chosenOf } from './chosen'

/** A query of TanStack Query, paged or not, as far as a list shows it. */
interface ListQuery {
  readonly isPending: boolean
  readonly isError: boolean
  readonly isFetching: boolean
  readonly isRefetchError: boolean
  readonly error: unknown
}

interface ListScreenProps<Row> {
  readonly profile: ProfileId
  /** Under which its columns and its selection are remembered. */
  readonly id: string
  /** What the grid is called to those who hear it. */
  readonly label: string
  /** The screen's title, and what chooses the rows. */
  readonly header: ReactNode
  /** More at the far end of the header, before density and columns. */
  readonly tools?: ReactNode
  /** What must be known before the rows are read. */
  readonly notice?: ReactNode
  readonly columns: readonly GridColumn<Row>[]
  /** `undefined` until the first answer. */
  readonly rows: readonly Row[] | undefined
  /** Stable between renders. */
  readonly rowKey: (row: Row) => string
  readonly query: ListQuery
  /** Reads the rows again. */
  readonly onRefresh: () => void
  /** Shown where there is no row. */
  readonly empty: ReactNode
  readonly onOpen: (row: Row) => void
  readonly onNearEnd?: (() => void) | undefined
  /** Below the rows, where the screen works with what is selected; `count` says how much that is. */
  readonly footer?: (chosen: Chosen<Row>, count: ReactNode) => ReactNode
  /** Where the screen moves the focus itself. */
  readonly grid?: RefObject<DataGridHandle | null>
}

const noColumns: never[] = []
const noKeys: never[] = []
const neverSorted = () => {}

/**
 * A list in the order it is read in, with everything that every list has: keys, density, arrangement of columns and
 * selection kept per profile, and the states of waiting, nothing and failure.
 */
export function ListScreen<Row>(props: ListScreenProps<Row>) {
  const { profile, id, columns, rows, rowKey, query, onRefresh, empty, footer } = props
  const ownGrid = useRef<DataGridHandle>(null)
  const grid = props.grid ?? ownGrid
  const { state, update } = useGridState(profile, id)
  const { settings, update: updateSettings } = useSettings()
  const layout = state?.columns ?? noColumns
  const selection = state?.selection ?? noKeys
  const chosen = useMemo(() => chosenOf(rows, rowKey, selection), [rows, rowKey, selection])
  const select = (keys: string[]) => update({ selection: keys })
  const { density } = settings
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', onRefresh)

  const failed = <LoadFailed error={query.error} onRetry={onRefresh} />
  let instead: ReactNode
  if (query.isPending) instead = <GridSkeleton density={density} />
  else if (query.isError && !rows) instead = failed
  else if (rows?.length === 0) instead = empty

  return (
    <Screen
      header={props.header}
      tools={
        <>
          {props.tools}
          <DensityToggle density={density} onChange={(next) => updateSettings({ density: next })} />
          <ColumnChooser
            columns={columns}
            layout={layout}
            onLayoutChange={(next) => update({ columns: next })}
          />
        </>
      }
    >
      {props.notice}
      <LoadingBar active={query.isFetching && !query.isPending} />
      {query.isRefetchError ? failed : null}
      <DataGrid
        ref={grid}
        label={props.label}
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        density={density}
        layout={layout}
        onLayoutChange={(next) => update({ columns: next })}
        sort={undefined}
        onSortChange={neverSorted}
        selection={selection}
        onSelectionChange={select}
        onOpen={props.onOpen}
        onNearEnd={props.onNearEnd}
        instead={instead}
      />
      {footer?.(chosen, <SelectionCount {...chosen} onClear={() => select([])} />)}
    </Screen>
  )
}
