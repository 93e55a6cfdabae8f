import type { CellFocusedEvent, GridApi } from 'ag-grid-community'
import { useMemo, useRef } from 'react'
import type { DataGridHandle } from './data-grid-handle'
import type { GridRefs } from './grid-refs'
import { putKeyboard } from './put-keyboard'

/** Keeps the keyboard on a row, not on a position: rows come and go above it. */
export function useRowFocus<Row>({ api: apiRef, element }: GridRefs<Row>, rowKey: (row: Row) => string) {
  const focused = useRef<string | undefined>(undefined)
  return useMemo(() => {
    const indexOf = (api: GridApi<Row>, key: string | undefined) =>
      key === undefined ? undefined : (api.getRowNode(key)?.rowIndex ?? undefined)

    const handle: Omit<DataGridHandle, 'copy'> = {
      focusRow: (key) => {
        const api = apiRef.current
        const rowIndex = api ? indexOf(api, key) : undefined
        if (api && rowIndex !== undefined) putKeyboard(api, rowIndex)
      },
      moveFocus: (by) => {
        const from = apiRef.current ? indexOf(apiRef.current, focused.current) : undefined
        handle.goTo(from === undefined ? 0 : from + by)
      },
      goTo: (position) => {
        const api = apiRef.current
        const last = (api?.getDisplayedRowCount() ?? 0) - 1
        if (api && last >= 0) putKeyboard(api, Math.min(Math.max(position, 0), last))
      },
      finishTyping: () => apiRef.current?.stopEditing(),
      focusedKey: () => focused.current,
    }

    const onCellFocused = ({ api, rowIndex }: CellFocusedEvent<Row>) => {
      const row = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data
      if (row) focused.current = rowKey(row)
    }

    /** After new rows: the keyboard follows its row to where that is now. */
    const followRow = (api: GridApi<Row>) => {
      const cell = api.getFocusedCell()
      const rowIndex = indexOf(api, focused.current)
      if (!cell || rowIndex === cell.rowIndex) return
      const hasKeyboard = element.current?.contains(document.activeElement) ?? false
      if (rowIndex !== undefined && hasKeyboard) api.setFocusedCell(rowIndex, cell.column)
      else api.clearFocusedCell()
    }

    return { handle, onCellFocused, followRow }
  }, [apiRef, element, rowKey])
}
