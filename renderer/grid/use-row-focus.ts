import type { CellFocusedEvent, GridApi } from 'ag-grid-community'
import { useMemo, useRef } from 'react'
import { selectionColumnId } from './column'
import type { DataGridHandle } from './data-grid-handle'
import type { GridRefs } from './grid-refs'

/** Keeps the keyboard on a row, not on a position: rows come and go above it. */
export function useRowFocus<Row>({ api: apiRef, element }: GridRefs<Row>, rowKey: (row: Row) => string) {
  const focused = useRef<string | undefined>(undefined)
  return useMemo(() => {
    const indexOf = (api: GridApi<Row>, key: string | undefined) =>
      key === undefined ? undefined : (api.getRowNode(key)?.rowIndex ?? undefined)

    const put = (api: GridApi<Row>, rowIndex: number) => {
      const column = api.getFocusedCell()?.column ?? firstColumn(api)
      if (!column) return
      api.ensureIndexVisible(rowIndex)
      api.setFocusedCell(rowIndex, column)
    }

    const handle: DataGridHandle = {
      focusRow: (key) => {
        const api = apiRef.current
        const rowIndex = api ? indexOf(api, key) : undefined
        if (!api || rowIndex === undefined) return false
        put(api, rowIndex)
        return true
      },
      moveFocus: (by) => {
        const api = apiRef.current
        const last = (api?.getDisplayedRowCount() ?? 0) - 1
        if (!api || last < 0) return
        const from = indexOf(api, focused.current)
        put(api, from === undefined ? 0 : Math.min(Math.max(from + by, 0), last))
      },
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

function firstColumn<Row>(api: GridApi<Row>) {
  return api.getAllDisplayedColumns().find((column) => column.getColId() !== selectionColumnId)
}
