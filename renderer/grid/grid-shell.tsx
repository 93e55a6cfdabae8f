import './modules'
import type { CellDoubleClickedEvent, GridApi, GridReadyEvent } from 'ag-grid-community'
import { AgGridReact, type AgGridReactProps } from 'ag-grid-react'
import { type ReactNode, type Ref, useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cspNonce } from '../lib/csp-nonce'
import { type GridColumn, type GridSort, isTickColumn, type RowOf } from './column'
import type { ColumnLayout } from './column-layout'
import classes from './data-grid.module.css'
import type { DataGridHandle } from './data-grid-handle'
import type { Density } from './density'
import { gridLocaleText } from './grid-locale'
import type { GridRefs } from './grid-refs'
import { gridTheme } from './theme'
import { useColumnDefs } from './use-column-defs'
import { useLayoutEvents } from './use-layout-events'

/** What every grid is told, whether all of its rows are here or not. */
export interface GridProps<Row> {
  /** Accessible name. */
  readonly label: string
  /** Stable between renders. */
  readonly columns: readonly GridColumn<Row>[]
  /** Stable between renders. */
  readonly rowKey: (row: Row) => string
  readonly density: Density
  readonly layout: readonly ColumnLayout[]
  readonly onLayoutChange: (layout: ColumnLayout[]) => void
  readonly sort: GridSort | undefined
  readonly onSortChange: (sort: GridSort) => void
  /** Key of the row that is open elsewhere on the screen. */
  readonly currentKey?: string | undefined
  /** Enter or double click on a row. */
  readonly onOpen?: ((row: Row, how: 'enter' | 'doubleClick') => void) | undefined
  /** A menu was asked for on a cell, by mouse or keyboard. */
  readonly onMenu?: ((place: MenuPlace<Row>) => void) | undefined
  /** Shown below the header in place of rows: skeletons, an empty list, an error. */
  readonly instead?: ReactNode
  readonly ref?: Ref<DataGridHandle>
}

/** Where a menu was asked for. */
export interface MenuPlace<Row> {
  readonly row: Row
  /** The raw value of the cell; `undefined` on a tick box. */
  readonly value: string | undefined
  /** CSS pixels in the window. */
  readonly x: number
  readonly y: number
}

/** The parts of a grid, for the hooks that work with them. */
export function useGridRefs<Held>(): GridRefs<Held> {
  const api = useRef<GridApi<Held> | null>(null)
  const element = useRef<HTMLDivElement | null>(null)
  return useMemo(() => ({ api, element }), [])
}

interface GridShellProps<Row, Held> {
  readonly refs: GridRefs<Held>
  readonly props: GridProps<Row>
  /** Stable between renders. */
  readonly rowOf: RowOf<Row, Held>
  /** What cells show is drawn by the grid itself, not by the library. */
  readonly isDrawn?: boolean
  /** What only this kind of grid has. */
  readonly options: AgGridReactProps<Held>
  /** Below the rows. */
  readonly children?: ReactNode
}

/** What all of our grids share: look, arrangement, opening, and their place on the screen. */
export function GridShell<Row, Held>(shell: GridShellProps<Row, Held>) {
  const { refs, props, rowOf, isDrawn = false, options, children } = shell
  const { label, density, onOpen, instead } = props
  const { i18n } = useTranslation('grid')
  const ownColumns = useColumnDefs(props, { rowOf, isDrawn })
  // Another array would have the library arrange all columns anew, at each key of a search.
  const { columnDefs: before } = options
  const columnDefs = useMemo(() => [...(before ?? []), ...ownColumns], [before, ownColumns])
  const layoutEvents = useLayoutEvents<Held>(props)
  const { onGridReady } = options
  const ready = useCallback(
    (event: GridReadyEvent<Held>) => {
      refs.api.current = event.api
      event.api.setGridAriaProperty('label', label)
      onGridReady?.(event)
    },
    [refs, label, onGridReady],
  )
  const onCellDoubleClicked = useCallback(
    ({ data, column }: CellDoubleClickedEvent<Held>) => {
      const row = rowOf(data)
      if (row && !isTickColumn(column.getColId())) onOpen?.(row, 'doubleClick')
    },
    [onOpen, rowOf],
  )
  return (
    <div ref={refs.element} className={classes.grid}>
      <AgGridReact<Held>
        key={i18n.language}
        theme={gridTheme(density)}
        styleNonce={cspNonce}
        getLocaleText={gridLocaleText}
        suppressNoRowsOverlay
        suppressDragLeaveHidesColumns
        suppressScrollOnNewData
        animateRows={false}
        ensureDomOrder
        tooltipShowDelay={400}
        {...layoutEvents}
        {...options}
        columnDefs={columnDefs}
        onGridReady={ready}
        onCellDoubleClicked={onCellDoubleClicked}
      />
      {children}
      {instead ? <div className={classes.instead}>{instead}</div> : null}
    </div>
  )
}
