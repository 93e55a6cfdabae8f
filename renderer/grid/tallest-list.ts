import { createGrid } from 'ag-grid-community'

/** The largest that Settings offers. For more, by the keyboard, the wheel would skip rows of every list at any zoom. */
const largestZoom = 2

/**
 * Has AG Grid find out how tall an element may be as it is at a large zoom. It measures once and keeps the answer, in pixels of the
 * page, while browsers count in those of the screen: found out at 100 %, the last rows of a million were out of reach
 * at 150 %. Beyond that height it moves rows by more than the scrollbar says, which any zoom can bear.
 */
export function measureTallestList(): void {
  const { style } = document.body
  const zoom = style.zoom
  style.zoom = String(largestZoom)
  try {
    createGrid(document.createElement('div'), { columnDefs: [], rowData: [] }).destroy()
  } finally {
    style.zoom = zoom
  }
}
