import type { Column, GridApi } from 'ag-grid-community'
import { isTickColumn } from './column'

/** Puts the keyboard on a row, in the column where it is, and scrolls to it. */
export function putKeyboard<Held>(api: GridApi<Held>, rowIndex: number): void {
  const values = api.getAllDisplayedColumns().find((column) => !isTickColumn(column.getColId()))
  const column = api.getFocusedCell()?.column ?? values
  if (column) focusCell(api, rowIndex, column)
}

/** Puts the keyboard on a cell, also where its row is drawn only now that it comes into sight. */
export function focusCell<Held>(api: GridApi<Held>, rowIndex: number, column: Column): void {
  api.ensureIndexVisible(rowIndex)
  api.setFocusedCell(rowIndex, column)
  // The library forgets to take the keyboard to a cell whose element is not there yet.
  requestAnimationFrame(() => {
    if (api.isDestroyed() || document.activeElement?.closest('.ag-cell')) return
    if (api.getFocusedCell()?.rowIndex === rowIndex) api.setFocusedCell(rowIndex, column)
  })
}
