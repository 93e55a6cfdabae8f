import type { ProcessRowParams } from 'ag-grid-community'
import { useCallback, useEffect, useRef } from 'react'
import type { GridRefs } from './grid-refs'

/**
 * Marks the row that is open elsewhere on the screen, and brings it into sight when it changes. The mark is an
 * attribute of the row's element: drawing the row again would take the keyboard from it.
 */
export function useCurrentRow<Row>({ api, element }: GridRefs<Row>, currentKey: string | undefined) {
  const current = useRef(currentKey)
  useEffect(() => {
    current.current = currentKey
    for (const row of element.current?.querySelectorAll('.ag-row') ?? []) {
      mark(row, row.getAttribute('row-id') === currentKey)
    }
    const rowIndex = currentKey === undefined ? undefined : api.current?.getRowNode(currentKey)?.rowIndex
    if (rowIndex !== undefined && rowIndex !== null) api.current?.ensureIndexVisible(rowIndex)
  }, [api, element, currentKey])
  return useCallback(
    ({ eRow, node }: Pick<ProcessRowParams<Row>, 'eRow' | 'node'>) => mark(eRow, node.id === current.current),
    [],
  )
}

function mark(row: Element, isCurrent: boolean): void {
  if (isCurrent) row.setAttribute('aria-current', 'true')
  else row.removeAttribute('aria-current')
}
