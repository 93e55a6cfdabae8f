import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { DataGridHandle } from '../../grid/data-grid-handle'

/**
 * Whoever comes back from a page lands on the row that they left by.
 * @param isCovered a page lies over the list
 * @returns called with the key of the row that is left by
 */
export function useReturnToRow(
  grid: RefObject<DataGridHandle | null>,
  isCovered: boolean,
): (key: string) => void {
  const left = useRef<string>(undefined)
  useEffect(() => {
    if (isCovered || left.current === undefined) return
    grid.current?.focusRow(left.current)
    left.current = undefined
  }, [grid, isCovered])
  return useCallback((key) => {
    left.current = key
  }, [])
}
