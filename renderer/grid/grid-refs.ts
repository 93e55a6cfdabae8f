import type { GridApi } from 'ag-grid-community'
import type { RefObject } from 'react'

/** The parts of a grid that is on the page; `null` before and after. */
export interface GridRefs<Row> {
  readonly api: RefObject<GridApi<Row> | null>
  readonly element: RefObject<HTMLDivElement | null>
}
