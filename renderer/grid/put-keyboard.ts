import type { GridApi } from 'ag-grid-community'
import { isTickColumn } from './column'

/** Puts the keyboard on a row, in the column where it is, and scrolls to it. */
export function putKeyboard<Held>(api: GridApi<Held>, rowIndex: number): void {
  const values = api.getAllDisplayedColumns().find((column) => !isTickColumn(column.getColId()))
  const column = api.getFocusedCell()?.column ?? values
  if (!column) return
  api.ensureIndexVisible(rowIndex)
  api.setFocusedCell(rowIndex, column)
}
