import type { CellKeyDownEvent, FullWidthCellKeyDownEvent } from 'ag-grid-community'
import { keysOf } from '../lib/shortcuts'
import type { RowOf } from './column'
import { isTyping } from './editing/use-paste'

interface GridKeysOptions<Row, Held> {
  readonly rowOf: RowOf<Row, Held>
  readonly onOpen: ((row: Row, how: 'enter') => void) | undefined
  readonly onSelectAll: () => void
  /** Space on a row, where the library does not select. */
  readonly onToggle?: (rowIndex: number, extend: boolean) => void
  /** Keys of a screen whose cells are typed into; true when it was one of them. */
  readonly onKey?: ((keys: string, row: Row) => boolean) | undefined
}

/**
 * Keys inside the grid that the library has no meaning for: Enter opens, Ctrl or ⌘ with A selects all rows. Arrows, Page,
 * Home, End and Space (selects) are the library's; J and K belong to the shortcuts of the list.
 */
export function gridKeys<Row, Held>(options: GridKeysOptions<Row, Held>) {
  const { rowOf, onOpen, onSelectAll, onToggle, onKey } = options
  return ({ data, event, rowIndex }: CellKeyDownEvent<Held> | FullWidthCellKeyDownEvent<Held>) => {
    if (!(event instanceof KeyboardEvent) || event.isComposing || isTyping(document.activeElement)) return
    const mod = window.gatehouse.platform === 'darwin' ? event.metaKey : event.ctrlKey
    const row = rowOf(data)
    const keys = event.key === 'Delete' ? event.key : keysOf(event, window.gatehouse.platform)
    if (onKey && row && keys && onKey(keys, row)) {
      event.preventDefault()
      return
    }
    if (event.key === 'Enter' && !mod && !event.altKey && row && onOpen) {
      event.preventDefault()
      onOpen(row, 'enter')
    }
    if (event.key === ' ' && !mod && !event.altKey && onToggle && rowIndex !== null) {
      event.preventDefault()
      onToggle(rowIndex, event.shiftKey)
    }
    if (event.key.toLowerCase() === 'a' && mod && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      onSelectAll()
    }
  }
}
