import type { GridApi } from 'ag-grid-community'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../column'
import type { GridRefs } from '../grid-refs'
import { createDrawing } from './drawing'
import type { LongRows, Slot } from './long-rows'
import { isSelectedIn, type RowSelection } from './row-selection'

interface DrawnRowsOptions<Row> {
  readonly rows: RefObject<LongRows<Row> | undefined>
  /** An empty chip of each tone. */
  readonly chips: RefObject<HTMLElement | null>
  readonly rowKey: (row: Row) => string
  readonly columns: readonly GridColumn<Row>[]
  readonly selection: RowSelection
  readonly currentKey: string | undefined
}

/** Milliseconds until rows to come are shown as bars: most are here before. */
const patienceMs = 120

/**
 * Draws the rows that the library has made place for: what their cells show, and their marks. Answers a function that draws
 * them all again, as their rows are others now.
 */
export function useDrawnRows<Row>(
  { api, element }: GridRefs<Slot<Row>>,
  { rows, chips, rowKey, columns, selection, currentKey }: DrawnRowsOptions<Row>,
): (inSight?: 'in sight') => void {
  const { t } = useTranslation('grid')
  const tickLabel = t('selection.row')
  const isSelected = useMemo(() => isSelectedIn(selection), [selection])
  const marked = useRef({ isSelected, currentKey })
  const drawing = useMemo(
    () =>
      createDrawing<Row>({
        columns,
        tickLabel,
        rowAt: (index) => rows.current?.rowAt(index),
        rowKey,
        marksOf: (row, index) => {
          const key = row && rowKey(row)
          const isBeyond = index >= (rows.current?.source()?.total ?? Number.POSITIVE_INFINITY)
          return {
            isBeyond,
            isWaiting: key === undefined && !isBeyond,
            isSelected: key !== undefined && marked.current.isSelected(key),
            isCurrent: key !== undefined && key === marked.current.currentKey,
          }
        },
        chips: () => chips.current,
      }),
    [columns, tickLabel, rows, rowKey, chips],
  )
  const drawRow = useRef(drawing)
  const bars = useRef<ReturnType<typeof setTimeout>>(undefined)
  const showBars = useCallback(
    (isWaiting: boolean) => {
      if (isWaiting) {
        bars.current ??= setTimeout(() => element.current?.setAttribute('data-slow', ''), patienceMs)
        return
      }
      clearTimeout(bars.current)
      bars.current = undefined
      element.current?.removeAttribute('data-slow')
    },
    [element],
  )

  const draw = useCallback(
    (inSight?: 'in sight') => {
      const grid = element.current
      if (!grid) return
      const all = Array.from(grid.querySelectorAll('.ag-row'))
      const wanted = inSight && api.current ? all.filter(isIn(api.current)) : all
      const rows = wanted.map((row) => drawRow.current(row))
      showBars(rows.some(({ isWaiting }) => isWaiting))
      // A hint that is open is about the row that was there.
      if (rows.some(({ isOther }) => isOther) && document.querySelector('.ag-tooltip'))
        api.current?.refreshCells()
    },
    [api, element, showBars],
  )

  useLayoutEffect(() => {
    drawRow.current = drawing
    marked.current = { isSelected, currentKey }
    draw()
  }, [drawing, isSelected, currentKey, draw])

  useEffect(() => {
    if (!element.current) return
    // Told before the next picture, whatever the library has made rows or cells for.
    const observer = new MutationObserver((records) => {
      const rows = Array.from(rowsIn(records), (row) => drawRow.current(row))
      if (rows.some(({ isWaiting }) => isWaiting)) showBars(true)
    })
    observer.observe(element.current, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      showBars(false)
    }
  }, [element, showBars])
  return draw
}

/** Whether a row is in sight, wholly or in part. */
function isIn<Held>(api: GridApi<Held>): (row: Element) => boolean {
  const { rowHeight } = api.getSizesForCurrentTheme()
  const { top, bottom } = api.getVerticalPixelRange()
  return (row) => {
    const at = Number(row.getAttribute('row-index'))
    return (at + 1) * rowHeight > top && at * rowHeight < bottom
  }
}

/** The rows that are new, or have new cells. */
function rowsIn(records: readonly MutationRecord[]): ReadonlySet<Element> {
  const rows = new Set<Element>()
  for (const { target, addedNodes } of records) {
    if (!(target instanceof Element) || addedNodes.length === 0) continue
    // What is drawn inside a cell is ours.
    if (target.closest('.ag-cell')) continue
    const own = target.closest('.ag-row')
    if (own) rows.add(own)
    for (const node of own ? [] : addedNodes) {
      if (!(node instanceof Element)) continue
      if (node.matches('.ag-row')) rows.add(node)
      for (const row of node.querySelectorAll('.ag-row')) rows.add(row)
    }
  }
  return rows
}
