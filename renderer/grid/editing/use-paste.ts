import { useEffect, useEffectEvent } from 'react'
import type { RowOf } from '../column'
import type { GridRefs } from '../grid-refs'
import type { GridEditing } from './grid-editing'

/** Answers the paste event while the keyboard is on a cell; in a text field it is the field's own. */
export function usePaste<Row, Held>(
  { api, element }: GridRefs<Held>,
  rowOf: RowOf<Row, Held>,
  editing: GridEditing<Row> | undefined,
): void {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { activeElement } = document
    const inGrid = element.current?.contains(activeElement) ?? false
    const cell = api.current?.getFocusedCell()
    if (!editing || !inGrid || !cell || isTyping(activeElement)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const columns = api.current?.getAllDisplayedColumns().map((column) => column.getColId()) ?? []
    event.preventDefault()
    editing.onPaste({
      text,
      columns: columns.slice(columns.indexOf(cell.column.getColId())),
      rows: (count) =>
        Array.from({ length: count }, (_, at) =>
          rowOf(api.current?.getDisplayedRowAtIndex(cell.rowIndex + at)?.data),
        ).filter((row) => row !== undefined),
    })
  })
  useEffect(() => {
    const listener = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', listener)
    return () => document.removeEventListener('paste', listener)
  }, [])
}

/** Whether text is being typed there; a tick box takes none. */
export const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLInputElement && element.type !== 'checkbox'
