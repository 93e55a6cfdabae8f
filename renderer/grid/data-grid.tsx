import './modules'
import type {
  CellDoubleClickedEvent,
  GetRowIdParams,
  GridApi,
  GridReadyEvent,
  RowSelectionOptions,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { type ReactNode, type Ref, useCallback, useImperativeHandle, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cspNonce } from '../lib/csp-nonce'
import { type GridColumn, type GridSort, selectionColumnId, toColDef } from './column'
import { arrangeColumns, type ColumnLayout } from './column-layout'
import classes from './data-grid.module.css'
import type { DataGridHandle } from './data-grid-handle'
import type { Density } from './density'
import { gridLocaleText } from './grid-locale'
import { gridTheme } from './theme'
import { useCopyRows } from './use-copy-rows'
import { useCurrentRow } from './use-current-row'
import { useGridKeys } from './use-grid-keys'
import { useLayoutEvents } from './use-layout-events'
import { useRowFocus } from './use-row-focus'
import { useSelection } from './use-selection'

export interface DataGridProps<Row> {
  /** Accessible name. */
  readonly label: string
  /** In the server's order. `undefined` until the first answer. */
  readonly rows: readonly Row[] | undefined
  /** Stable between renders. */
  readonly columns: readonly GridColumn<Row>[]
  /** Stable between renders. */
  readonly rowKey: (row: Row) => string
  readonly density: Density
  readonly layout: readonly ColumnLayout[]
  readonly onLayoutChange: (layout: ColumnLayout[]) => void
  readonly sort: GridSort | undefined
  readonly onSortChange: (sort: GridSort) => void
  /** Keys of the selected rows; those that are not loaded stay selected. */
  readonly selection: readonly string[]
  readonly onSelectionChange: (selection: string[]) => void
  /** Key of the row that is open elsewhere on the screen. */
  readonly currentKey?: string | undefined
  /** Enter or double click on a row. */
  readonly onOpen?: ((row: Row, how: 'enter' | 'doubleClick') => void) | undefined
  /** The last rows are coming into sight. */
  readonly onNearEnd?: (() => void) | undefined
  /** Shown below the header in place of rows: skeletons, an empty list, an error. */
  readonly instead?: ReactNode
  readonly ref?: Ref<DataGridHandle>
}

/** Rows left below the last visible one when more are asked for. */
const nearEnd = 40

const rowSelection: RowSelectionOptions = {
  mode: 'multiRow',
  checkboxes: true,
  headerCheckbox: true,
  enableClickSelection: false,
}

/**
 * The one grid of Gatehouse: keyboard, copying, density, arrangement and selection are alike in every list. Rows come
 * sorted from the server and stay in its order.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, rows, columns, rowKey, density, layout, sort, onOpen, onNearEnd, instead, ref } = props
  const { i18n } = useTranslation('grid')
  const apiRef = useRef<GridApi<Row> | null>(null)
  const element = useRef<HTMLDivElement | null>(null)
  const refs = useMemo(() => ({ api: apiRef, element }), [])
  const columnDefs = useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    return arrangeColumns(columns, layout).flatMap((place) => {
      const column = byId.get(place.id)
      return column ? [toColDef(column, place, sort)] : []
    })
  }, [columns, layout, sort])

  // AG Grid compares arrays by identity, and may not get ours to keep.
  const rowData = useMemo(() => (rows ? [...rows] : []), [rows])
  const getRowId = useCallback(({ data }: GetRowIdParams<Row>) => rowKey(data), [rowKey])
  const focus = useRowFocus(refs, rowKey)
  useImperativeHandle(ref, () => focus.handle, [focus])
  const selection = useSelection(apiRef, props)
  const layoutEvents = useLayoutEvents<Row>(props)
  const onCellKeyDown = useGridKeys(onOpen)
  useCopyRows(refs, columns)
  const markCurrent = useCurrentRow(refs, props.currentKey)

  const onGridReady = useCallback(
    ({ api }: GridReadyEvent<Row>) => {
      apiRef.current = api
      api.setGridAriaProperty('label', label)
    },
    [label],
  )
  const onCellDoubleClicked = useCallback(
    ({ data, column }: CellDoubleClickedEvent<Row>) => {
      if (data && column.getColId() !== selectionColumnId) onOpen?.(data, 'doubleClick')
    },
    [onOpen],
  )

  return (
    <div ref={element} className={classes.grid}>
      <AgGridReact<Row>
        key={i18n.language}
        theme={gridTheme(density)}
        styleNonce={cspNonce}
        getLocaleText={gridLocaleText}
        columnDefs={columnDefs}
        rowData={rowData}
        getRowId={getRowId}
        rowSelection={rowSelection}
        selectionColumnDef={{ width: 36, suppressMovable: true }}
        suppressNoRowsOverlay
        suppressDragLeaveHidesColumns
        suppressScrollOnNewData
        animateRows={false}
        ensureDomOrder
        tooltipShowDelay={400}
        processRowPostCreate={markCurrent}
        onGridReady={onGridReady}
        onCellKeyDown={onCellKeyDown}
        onCellDoubleClicked={onCellDoubleClicked}
        onCellFocused={focus.onCellFocused}
        onRowDataUpdated={({ api }) => {
          focus.followRow(api)
          selection.onRowsChanged(api)
        }}
        onSelectionChanged={selection.onSelectionChanged}
        onViewportChanged={({ lastRow, api }) => {
          if (lastRow >= api.getDisplayedRowCount() - nearEnd) onNearEnd?.()
        }}
        {...layoutEvents}
      />
      {instead ? <div className={classes.instead}>{instead}</div> : null}
    </div>
  )
}
