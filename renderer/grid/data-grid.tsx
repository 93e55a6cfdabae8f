import type { GetRowIdParams, RowSelectionOptions } from 'ag-grid-community'
import { useCallback, useImperativeHandle, useMemo, useRef } from 'react'
import type { GridEditing } from './editing/grid-editing'
import { usePaste } from './editing/use-paste'
import { EmptyChips } from './empty-chips'
import { gridKeys } from './grid-keys'
import { type GridProps, GridShell, useGridRefs } from './grid-shell'
import { useCopyRows } from './use-copy-rows'
import { useCurrentRow } from './use-current-row'
import { useRowFocus } from './use-row-focus'
import { useRowMenu } from './use-row-menu'
import { useRowsAhead } from './use-rows-ahead'
import { useSelection } from './use-selection'

export interface DataGridProps<Row> extends GridProps<Row> {
  /** In the server's order. `undefined` until the first answer. */
  readonly rows: readonly Row[] | undefined
  /** Keys of the selected rows; those that are not loaded stay selected. */
  readonly selection: readonly string[]
  readonly onSelectionChange: (selection: string[]) => void
  /** Cells are typed into and pasted onto. Columns say which. */
  readonly editing?: GridEditing<Row> | undefined
  /** The last rows are coming into sight. */
  readonly onNearEnd?: (() => void) | undefined
}

/** Rows left below the last visible one when more are asked for. */
const nearEnd = 40

const rowSelection: RowSelectionOptions = {
  mode: 'multiRow',
  checkboxes: true,
  headerCheckbox: true,
  enableClickSelection: false,
}

/** As in a spreadsheet: Enter goes to the cell below, and leaving a cell takes what was typed. */
const typesOverCells = { enterNavigatesVerticallyAfterEdit: true, stopEditingWhenCellsLoseFocus: true }

/** The row is held as it is. */
const itself = <Row,>(row: Row | undefined) => row

/**
 * The grid of lists whose rows are here: keyboard, copying, density, arrangement and selection are alike in every list.
 * Rows come sorted from the server and stay in its order. `LongGrid` is its like for lists that are too long to be here.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { rows, columns, rowKey, onOpen, onNearEnd, editing, ref } = props
  const refs = useGridRefs<Row>()
  // AG Grid compares arrays by identity, and may not get ours to keep.
  const rowData = useMemo(() => (rows ? [...rows] : []), [rows])
  const getRowId = useCallback(({ data }: GetRowIdParams<Row>) => rowKey(data), [rowKey])
  const focus = useRowFocus(refs, rowKey)
  const copy = useCopyRows(refs, columns)
  useImperativeHandle(ref, () => ({ ...focus.handle, copy }))
  usePaste(refs, itself<Row>, editing)
  const selection = useSelection(refs.api, props)
  useRowMenu(refs, { columns, rowOf: itself<Row>, onMenu: props.onMenu })
  const markCurrent = useCurrentRow(refs, props.currentKey)
  const chips = useRef<HTMLDivElement>(null)
  useRowsAhead(refs, { columns, chips, markCurrent })
  return (
    <GridShell
      refs={refs}
      props={props}
      rowOf={itself<Row>}
      options={{
        rowData,
        getRowId,
        rowSelection,
        ...(editing && typesOverCells),
        selectionColumnDef: { width: 36, suppressMovable: true },
        processRowPostCreate: markCurrent,
        onCellKeyDown: gridKeys({
          rowOf: itself<Row>,
          onOpen,
          onSelectAll: () => refs.api.current?.selectAll(),
          onKey: editing?.onKey,
        }),
        onCellFocused: focus.onCellFocused,
        onRowDataUpdated: ({ api }) => {
          focus.followRow(api)
          selection.onRowsChanged(api)
        },
        onSelectionChanged: selection.onSelectionChanged,
        onViewportChanged: ({ lastRow, api }) => {
          if (lastRow >= api.getDisplayedRowCount() - nearEnd) onNearEnd?.()
        },
      }}
    >
      <EmptyChips ref={chips} />
    </GridShell>
  )
}
