import type { GridApi } from 'ag-grid-community'
import { useEffect, useEffectEvent } from 'react'
import { toastError } from '../ui/toasts'
import { copyColumns, type GridColumn, type RowOf } from './column'
import { type CopyColumn, rowsAsTsv } from './copy-rows'
import { isTyping } from './editing/use-paste'
import type { GridRefs } from './grid-refs'

/** Text for the clipboard; `later` when it is put there once it has been read. */
type Copied = string | 'later' | undefined

/**
 * Answers the copy event (keys and menu alike) while the keyboard is in the grid. Text that is marked with the mouse is
 * left to the browser. The function that it answers copies without an event.
 */
export function useCopy<Held>(
  { api, element }: GridRefs<Held>,
  copied: (api: GridApi<Held>) => Copied,
): () => void {
  const answer = useEffectEvent(copied)
  useEffect(() => {
    // Without marked text the event goes to the body, wherever the keyboard is.
    const onCopy = (event: ClipboardEvent) => {
      const inGrid = element.current?.contains(document.activeElement) ?? false
      if (
        !api.current ||
        !inGrid ||
        isTyping(document.activeElement) ||
        window.getSelection()?.isCollapsed === false
      )
        return
      const text = answer(api.current)
      if (text === undefined) return
      if (text !== 'later') event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [api, element])
  return () => {
    const text = api.current ? copied(api.current) : undefined
    if (text !== undefined && text !== 'later') void navigator.clipboard.writeText(text).catch(toastError)
  }
}

/**
 * Copies the selected rows as a table with headings, in the order and with the columns on screen; without a selection, the
 * raw value of the cell in focus.
 */
export function useCopyRows<Row>(refs: GridRefs<Row>, columns: readonly GridColumn<Row>[]) {
  return useCopy(refs, (api) => {
    const nodes = api.getSelectedNodes().sort((a, b) => (a.rowIndex ?? 0) - (b.rowIndex ?? 0))
    const rows = nodes.flatMap(({ data }) => data ?? [])
    return rows.length > 0
      ? rowsAsTsv(rows, columnsOnScreen(api, columns))
      : focusedValue(api, columns, (row) => row)
  })
}

/** What copying a row takes, in the order and with the columns on screen. */
export function columnsOnScreen<Row, Held>(
  api: GridApi<Held>,
  columns: readonly GridColumn<Row>[],
): CopyColumn<Row>[] {
  const shown = api.getAllDisplayedColumns().map((column) => column.getColId())
  return copyColumns(shown.flatMap((id) => columns.find((column) => column.id === id) ?? []))
}

/** The raw value of the cell in focus. */
export function focusedValue<Row, Held>(
  api: GridApi<Held>,
  columns: readonly GridColumn<Row>[],
  rowOf: RowOf<Row, Held>,
): string | undefined {
  const cell = api.getFocusedCell()
  const row = cell ? rowOf(api.getDisplayedRowAtIndex(cell.rowIndex)?.data) : undefined
  const column = columns.find(({ id }) => id === cell?.column.getColId())
  return row && column ? column.raw(row) : undefined
}
