import type { CellKeyDownEvent, FullWidthCellKeyDownEvent } from 'ag-grid-community'
import { useCallback } from 'react'

/**
 * Keys inside the grid that the library has no meaning for: Enter opens, Ctrl or ⌘ with A selects all loaded rows.
 * Arrows, Page, Home, End and Space (selects) are the library's; J and K belong to the shortcuts of the list.
 */
export function useGridKeys<Row>(onOpen: ((row: Row, how: 'enter') => void) | undefined) {
  return useCallback(
    ({ api, data, event }: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>) => {
      if (!(event instanceof KeyboardEvent) || event.isComposing) return
      const mod = window.gatehouse.platform === 'darwin' ? event.metaKey : event.ctrlKey
      if (event.key === 'Enter' && !mod && !event.altKey && data) {
        event.preventDefault()
        onOpen?.(data, 'enter')
      }
      if (event.key.toLowerCase() === 'a' && mod && !event.shiftKey && !event.altKey) {
        event.preventDefault()
        api.selectAll()
      }
    },
    [onOpen],
  )
}
