import { BeanStub, CellStyleModule, createGrid, type Module } from 'ag-grid-community'

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

/** Chromium counts in 64ths of a pixel of the screen, in 31 bits; some rows less than that. */
const tallest = 2 ** 31 / 64 - 1000

/** What {@link BeanStub} knows as `rowContainerHeight`, of which the library's types hide these. */
interface RowContainerHeight {
  maxDivHeight: number
  readonly modelHeight: number | null
  setModelHeight(height: number | null): void
}

/**
 * Has each grid use all the height that there is at the zoom of now: a million rows fit in at 100 %, and each that does not is
 * moved at every step of the wheel, and skipped by it. Should the library no longer have what is set here, it does with what
 * was measured.
 */
class TallestList extends BeanStub {
  readonly beanName = 'tallestList' as never

  postConstruct(): void {
    const fit = () => {
      const heights: RowContainerHeight = Object(this.beans.rowContainerHeight)
      const height = Math.floor(tallest / devicePixelRatio)
      if (heights.maxDivHeight === height) return
      heights.maxDivHeight = height
      heights.setModelHeight(heights.modelHeight)
    }
    this.addManagedEventListeners({ gridReady: fit })
    // Zooming is one as well.
    addEventListener('resize', fit)
    this.addDestroyFunc(() => removeEventListener('resize', fit))
  }
}

export const tallestListModule: Module = {
  moduleName: 'TallestList' as Module['moduleName'],
  version: CellStyleModule.version,
  beans: [TallestList],
}
