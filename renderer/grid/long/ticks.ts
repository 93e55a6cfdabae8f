import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import classes from './long-grid.module.css'

/** What the tick boxes of rows ask and tell. */
export interface Ticks {
  readonly label: string
  isTicked(rowIndex: number): boolean
  toggle(rowIndex: number, extend: boolean): void
}

interface TickParams extends ICellRendererParams {
  readonly ticks: () => Ticks
}

/** The tick box of a row. Plain, as there is one for every row that scrolls by; the grid tells it what it shows. */
export class TickCell implements ICellRendererComp {
  private readonly box = document.createElement('input')

  init({ ticks, node }: TickParams): void {
    const indexOf = () => node.rowIndex ?? 0
    this.box.type = 'checkbox'
    this.box.className = classes.tick ?? ''
    this.box.tabIndex = -1
    this.box.ariaLabel = ticks().label
    this.box.checked = ticks().isTicked(indexOf())
    this.box.addEventListener('click', ({ shiftKey }) => ticks().toggle(indexOf(), shiftKey))
  }

  getGui(): HTMLElement {
    return this.box
  }

  refresh(): boolean {
    return true
  }
}

/** Marks that a row bears beside its cells. */
export interface RowMarks {
  readonly isWaiting: boolean
  readonly isSelected: boolean
  readonly isCurrent: boolean
}

/** Puts the marks on the element of a row: drawing the row again would take the keyboard from it. */
export function markRow(row: Element, { isWaiting, isSelected, isCurrent }: RowMarks): void {
  row.toggleAttribute('data-waiting', isWaiting)
  row.setAttribute('aria-selected', String(isSelected))
  if (isCurrent) row.setAttribute('aria-current', 'true')
  else row.removeAttribute('aria-current')
  const box = row.querySelector('input')
  if (box) box.checked = isSelected
}
