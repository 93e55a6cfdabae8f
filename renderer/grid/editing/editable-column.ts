import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { ColumnEdit } from './grid-editing'

/** What of a column for the grid library makes its cells ones that are typed into. */
export function editableColumn<Row, Held>(
  edit: ColumnEdit<Row>,
  rowOf: (held: Held | undefined) => Row | undefined,
): ColDef<Held> {
  return {
    editable: ({ data }) => {
      const row = rowOf(data)
      return row !== undefined && edit.can(row)
    },
    cellEditor: 'agTextCellEditor',
    // The value of a cell is its whole row; what is typed over is its text.
    cellEditorParams: { useFormatter: true },
    valueParser: ({ newValue }) => newValue,
    valueSetter: ({ data, newValue }) => {
      const row = rowOf(data)
      if (row !== undefined) edit.onTyped(row, String(newValue ?? ''))
      // The row stays as it was read: what is wanted of it is kept elsewhere.
      return false
    },
    suppressKeyboardEvent: (params) => !isForGrid(params, edit),
  }
}

/** Letters that are shortcuts do not become text; and the library would empty a cell on Delete. */
function isForGrid<Row>(
  { event, editing }: SuppressKeyboardEventParams,
  { begins }: ColumnEdit<Row>,
): boolean {
  // The keys that submit; the library has a meaning of its own for them.
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return false
  if (editing) return true
  if (event.key === 'Delete' || event.key === 'Backspace') return false
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return true
  return begins(event.key)
}
