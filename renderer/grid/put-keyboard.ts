import type { Column, GridApi } from 'ag-grid-community'
import { isTickColumn } from './column'

/** Puts the keyboard on a row, in the column where it is, and scrolls to it. */
export function putKeyboard<Held>(api: GridApi<Held>, rowIndex: number): void {
  const values = api.getAllDisplayedColumns().find((column) => !isTickColumn(column.getColId()))
  const column = api.getFocusedCell()?.column ?? values
  if (!column) return
  // Out of sight sideways it has no cell to have the keyboard.
  if (!api.getAllDisplayedVirtualColumns().includes(column)) api.ensureColumnVisible(column)
  focusCell(api, rowIndex, column)
}

/** Puts the keyboard on a cell, also where its row is drawn only now that it comes into sight. */
export function focusCell<Held>(api: GridApi<Held>, rowIndex: number, column: Column): void {
  api.ensureIndexVisible(rowIndex)
  api.setFocusedCell(rowIndex, column)
  focusOnceDrawn(api, rowIndex, column)
}

/** Frames after which a cell is there or will not come. */
const patience = 20

/** The library forgets to take the keyboard to a cell whose element is not there yet. */
function focusOnceDrawn<Held>(api: GridApi<Held>, rowIndex: number, column: Column, frame = 0): void {
  requestAnimationFrame(() => {
    const isElsewhere = api.isDestroyed() || api.getFocusedCell()?.rowIndex !== rowIndex
    if (isElsewhere || frame === patience || document.activeElement?.closest('.ag-cell')) return
    api.setFocusedCell(rowIndex, column)
    focusOnceDrawn(api, rowIndex, column, frame + 1)
  })
}
