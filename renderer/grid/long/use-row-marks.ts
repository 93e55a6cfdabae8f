import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { GridRefs } from '../grid-refs'
import type { LongRows, Slot } from './long-rows'
import { isSelectedIn, type RowSelection } from './row-selection'
import { markRow, type RowMarks } from './ticks'

interface RowMarksOptions<Row> {
  readonly rows: RefObject<LongRows<Row> | undefined>
  readonly rowKey: (row: Row) => string
  readonly selection: RowSelection
  readonly currentKey: string | undefined
}

/** Keeps the marks of the rows that are drawn: still to come, selected, open elsewhere on the screen. */
export function useRowMarks<Row>(
  { element }: GridRefs<Slot<Row>>,
  { rows, rowKey, selection, currentKey }: RowMarksOptions<Row>,
) {
  const marked = useRef({ isSelected: isSelectedIn(selection), currentKey })
  const marksOf = useCallback(
    (rowIndex: number): RowMarks => {
      const row = rows.current?.rowAt(rowIndex)
      const key = row && rowKey(row)
      return {
        isWaiting: key === undefined,
        isSelected: key !== undefined && marked.current.isSelected(key),
        isCurrent: key !== undefined && key === marked.current.currentKey,
      }
    },
    [rows, rowKey],
  )
  const paint = useCallback(() => {
    for (const row of element.current?.querySelectorAll('.ag-row') ?? []) {
      markRow(row, marksOf(Number(row.getAttribute('row-index'))))
    }
  }, [element, marksOf])
  useEffect(() => {
    marked.current = { isSelected: isSelectedIn(selection), currentKey }
    paint()
  }, [selection, currentKey, paint])
  return { marksOf, paint }
}
