import type { GridApi } from 'ag-grid-community'
import { useEffect } from 'react'
import { copyColumns, type GridColumn } from './column'
import { rowsAsTsv } from './copy-rows'
import type { GridRefs } from './grid-refs'

/**
 * Answers the copy event (keys and menu alike) while the keyboard is in the grid: the selected rows as a table with
 * headings, in the order and with the columns on screen; without a selection, the raw value of the cell in focus. Text
 * that is marked with the mouse is left to the browser.
 */
export function useCopyRows<Row>({ api, element }: GridRefs<Row>, columns: readonly GridColumn<Row>[]): void {
  useEffect(() => {
    // Without marked text the event goes to the body, wherever the keyboard is.
    const onCopy = (event: ClipboardEvent) => {
      const inGrid = element.current?.contains(document.activeElement) ?? false
      if (!api.current || !inGrid || window.getSelection()?.isCollapsed === false) return
      const text = selectedRows(api.current, columns) ?? focusedValue(api.current, columns)
      if (text === undefined) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [api, element, columns])
}

function selectedRows<Row>(api: GridApi<Row>, columns: readonly GridColumn<Row>[]): string | undefined {
  const nodes = api.getSelectedNodes().sort((a, b) => (a.rowIndex ?? 0) - (b.rowIndex ?? 0))
  const rows = nodes.flatMap(({ data }) => data ?? [])
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
