import type { GridApi } from 'ag-grid-community'
import { type ClipboardEvent, type RefObject, useCallback } from 'react'
import { copyColumns, type GridColumn } from './column'
import { rowsAsTsv } from './copy-rows'

/**
 * Answers the copy event (keys and menu alike): the selected rows as a table with headings, in the order and with
 * the columns on screen; without a selection, the raw value of the cell that has the keyboard. Text that is marked
 * with the mouse is left to the browser.
 */
export function useCopyRows<Row>(
  apiRef: RefObject<GridApi<Row> | null>,
  columns: readonly GridColumn<Row>[],
) {
  return useCallback(
    (event: ClipboardEvent) => {
      const api = apiRef.current
      if (!api || window.getSelection()?.isCollapsed === false) return
      const text = selectedRows(api, columns) ?? focusedValue(api, columns)
      if (text === undefined) return
      event.clipboardData.setData('text/plain', text)
      event.preventDefault()
    },
    [apiRef, columns],
  )
}

function selectedRows<Row>(api: GridApi<Row>, columns: readonly GridColumn<Row>[]): string | undefined {
  const rows: Row[] = []
  api.forEachNodeAfterFilterAndSort((node) => {
    if (node.isSelected() && node.data) rows.push(node.data)
  })
  if (rows.length === 0) return undefined
  const shown = api.getAllDisplayedColumns().map((column) => column.getColId())
  const inOrder = shown.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  return rowsAsTsv(rows, copyColumns(inOrder))
}

function focusedValue<Row>(api: GridApi<Row>, columns: readonly GridColumn<Row>[]): string | undefined {
  const cell = api.getFocusedCell()
  const row = cell ? api.getDisplayedRowAtIndex(cell.rowIndex)?.data : undefined
  const column = columns.find(({ id }) => id === cell?.column.getColId())
  return row && column ? column.raw(row) : undefined
}
