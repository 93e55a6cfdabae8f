import { type GridColumn, tickColumnId } from '../column'
import { type Chips, drawCell } from '../draw-cell'
import classes from './long-grid.module.css'
import { markRow, type RowMarks } from './row-marks'

/** What the rows of a long grid show. */
export interface Drawn<Row> {
  readonly columns: readonly GridColumn<Row>[]
  readonly rowAt: (index: number) => Row | undefined
  readonly rowKey: (row: Row) => string
  readonly marksOf: (row: Row | undefined, index: number) => RowMarks
  /** Accessible name of a tick box. */
  readonly tickLabel: string
  readonly chips: Chips
}

export interface DrawnRow {
  /** It is still to come. */
  readonly isWaiting: boolean
  /** It is another one than was there. */
  readonly isOther: boolean
}

/**
 * Draws what the cells of a long grid show. The library makes the rows and cells and keeps them; drawn by it, or by React
 * inside of it, the rows of an answer come a picture later than by this.
 */
export function createDrawing<Row>({ columns, rowAt, rowKey, marksOf, tickLabel, chips }: Drawn<Row>) {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const keys = new WeakMap<Element, string | undefined>()
  /** The row that each cell shows. */
  const shown = new WeakMap<Element, { readonly row: Row | undefined }>()

  const drawIfOther = (cell: Element, row: Row | undefined) => {
    const column = byId.get(cell.getAttribute('col-id') ?? '')
    const before = shown.get(cell)
    if (!column || (before && before.row === row)) return
    shown.set(cell, { row })
    drawCell(cell, column, row, chips)
  }
  const drawTick = (cell: Element, isTicked: boolean) => {
    let box = cell.querySelector('input')
    if (!box) {
      box = document.createElement('input')
      box.type = 'checkbox'
      box.className = classes.tick ?? ''
      box.tabIndex = -1
      cell.replaceChildren(box)
    }
    box.ariaLabel = tickLabel
    box.checked = isTicked
  }
  /** Draws the row of this element. */
  return (element: Element): DrawnRow => {
    const index = Number(element.getAttribute('row-index'))
    const row = rowAt(index)
    const key = row && rowKey(row)
    const isOther = keys.has(element) && keys.get(element) !== key
    keys.set(element, key)
    const marks = marksOf(row, index)
    markRow(element, marks)
    // Not seen, and gone a picture later.
    if (marks.isBeyond) return { isWaiting: false, isOther }
    for (const cell of element.querySelectorAll('.ag-cell')) {
      if (cell.getAttribute('col-id') === tickColumnId) drawTick(cell, marks.isSelected)
      else drawIfOther(cell, row)
    }
    return { isWaiting: marks.isWaiting, isOther }
  }
}
