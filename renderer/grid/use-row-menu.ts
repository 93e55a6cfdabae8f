import { useEffect, useEffectEvent } from 'react'
import type { GridColumn, RowOf } from './column'
import type { GridRefs } from './grid-refs'
import type { MenuPlace } from './grid-shell'

interface RowMenuOptions<Row, Held> {
  readonly columns: readonly GridColumn<Row>[]
  readonly rowOf: RowOf<Row, Held>
  readonly onMenu: ((place: MenuPlace<Row>) => void) | undefined
}

/**
 * Hears when a menu is asked for on a cell: by the right button, the menu key or Shift and F10. The keyboard goes to that
 * cell. Where text is marked in it, its own menu comes instead.
 */
export function useRowMenu<Row, Held>(
  { api, element }: GridRefs<Held>,
  { columns, rowOf, onMenu }: RowMenuOptions<Row, Held>,
): void {
  const ask = useEffectEvent((event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('.ag-cell') : null
    const rowIndex = Number(cell?.closest('.ag-row')?.getAttribute('row-index') ?? Number.NaN)
    const columnId = cell?.getAttribute('col-id')
    if (!onMenu || !api.current || !columnId || Number.isNaN(rowIndex)) return
    const row = rowOf(api.current.getDisplayedRowAtIndex(rowIndex)?.data)
    if (row === undefined || window.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    api.current.setFocusedCell(rowIndex, columnId)
    const column = columns.find(({ id }) => id === columnId)
    onMenu({ row, value: column?.raw(row), x: event.clientX, y: event.clientY })
  })
  useEffect(() => {
    const target = element.current
    const onContextMenu = (event: MouseEvent) => ask(event)
    target?.addEventListener('contextmenu', onContextMenu)
    return () => target?.removeEventListener('contextmenu', onContextMenu)
  }, [element])
}
