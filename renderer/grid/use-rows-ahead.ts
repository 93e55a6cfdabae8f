import type { GridApi, IRowNode, ProcessRowParams } from 'ag-grid-community'
import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react'
import type { GridColumn } from './column'
import classes from './data-grid.module.css'
import { drawCell } from './draw-cell'
import type { GridRefs } from './grid-refs'

interface RowsAheadOptions<Row> {
  readonly columns: readonly GridColumn<Row>[]
  /** An empty chip of each tone. */
  readonly chips: RefObject<HTMLElement | null>
  /** Marks the row that is open elsewhere on the screen. */
  readonly markCurrent: (row: Pick<ProcessRowParams<Row>, 'eRow' | 'node'>) => void
}

/** Scrolling that nothing was heard of for so long has come to rest, in milliseconds. */
const restMs = 80
/** Pictures to wait for the rows of the library, which come with the next one. */
const mostPictures = 60

/**
 * Shows the rows of a place far off in the list at once, as when somebody drags the scrollbar: copies of a row with other
 * words, over where the library will put its own. It makes each row and cell anew, which takes several pictures, so it
 * hears of such scrolling when that has come to rest.
 */
export function useRowsAhead<Row>({ api, element }: GridRefs<Row>, options: RowsAheadOptions<Row>): void {
  const { columns, chips, markCurrent } = options
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  const fill = useEffectEvent((row: HTMLElement, node: IRowNode<Row>) => {
    for (const cell of row.querySelectorAll('.ag-cell')) {
      const column = byId.get(cell.getAttribute('col-id') ?? '')
      if (column) drawCell(cell, column, node.data, () => chips.current)
    }
    placeRow(row, node)
    markCurrent({ eRow: row, node })
  })
  // What only React can draw would be missing in a copy.
  const canCopy = columns.every(({ cell, parts }) => !cell || parts)
  useEffect(() => {
    const grid = element.current
    if (!grid || !canCopy) return
    const ahead = createRowsAhead<Row>({ grid, api: () => api.current, fill })
    grid.addEventListener('scroll', ahead.onScroll, { capture: true })
    return () => {
      grid.removeEventListener('scroll', ahead.onScroll, { capture: true })
      ahead.end()
    }
  }, [api, element, canCopy])
}

interface RowsAhead<Row> {
  readonly grid: HTMLElement
  readonly api: () => GridApi<Row> | null
  readonly fill: (row: HTMLElement, node: IRowNode<Row>) => void
}

function createRowsAhead<Row>({ grid, api, fill }: RowsAhead<Row>) {
  let sheet: Sheet | undefined
  /** The list follows its scrollbar, or that the list. */
  let followed: { readonly scroller: Element; readonly top: number } | undefined
  let isHandingOver = false
  let rest: ReturnType<typeof setTimeout> | undefined
  let picture = 0

  const hide = () => {
    clearTimeout(rest)
    cancelAnimationFrame(picture)
    sheet?.element.remove()
    sheet = undefined
    followed = undefined
  }
  /** Positions of rows that the library has made with their cells: one that is typed into stays wherever one scrolls. */
  const made = (): ReadonlySet<string | null> => {
    const rows = [...grid.querySelectorAll('.ag-row:has(.ag-cell)')]
    const own = rows.filter((row) => !sheet?.element.contains(row))
    return new Set(own.map((row) => row.getAttribute('row-index')))
  }
  const show = ({ element, blank }: Sheet, nodes: readonly IRowNode<Row>[]) => {
    while (element.children.length > nodes.length) element.lastElementChild?.remove()
    for (const [at, node] of nodes.entries()) {
      const row = element.children[at] ?? element.appendChild(blank.cloneNode(true))
      fill(row as HTMLElement, node)
    }
  }
  /** Hides the copies once the library has all rows of its own below. */
  const hideBehind = ({ first, last }: Range, pictures: number) => {
    picture = requestAnimationFrame(() => {
      const own = made()
      let stand = 0
      for (let index = first; index <= last; index++) if (own.has(String(index))) stand += 1
      if (stand > last - first || pictures === 0) hide()
      else hideBehind({ first, last }, pictures - 1)
    })
  }
  const handOver = ({ scrolled, follower }: Scrollers, range: Range) => {
    isHandingOver = true
    // The library listens to the one that it heard of last.
    for (const scroller of [scrolled, follower]) scroller.dispatchEvent(new Event('scroll'))
    isHandingOver = false
    hideBehind(range, mostPictures)
  }

  const onScroll = (event: Event) => {
    const list = api()
    const scrollers = scrollersOf(grid, event.target)
    if (isHandingOver || !list || !scrollers) return
    const { viewport, scrolled, follower } = scrollers
    const top = scrolled.scrollTop
    const range = rowsInSight(list, top, viewport.clientHeight)
    const isFar =
      range.first > list.getLastDisplayedRowIndex() || range.last < list.getFirstDisplayedRowIndex()
    if (!isFar) {
      // The library has rows there, and goes on from them; just told, it may still be filling them.
      clearTimeout(rest)
      cancelAnimationFrame(picture)
      followed = undefined
      if (sheet) hideBehind(range, mostPictures)
      return
    }
    // What was set below is heard of a picture later, when the other may have moved on.
    if (followed && followed.scroller === scrolled && followed.top === top) return event.stopPropagation()
    // With another language the library's elements are others, and it lay in those.
    if (!sheet?.element.isConnected) sheet = sheetOver(grid)
    if (!sheet) return
    event.stopPropagation()
    clearTimeout(rest)
    cancelAnimationFrame(picture)
    rest = setTimeout(handOver, restMs, scrollers, range)
    follower.scrollTop = top
    followed = { scroller: follower, top: follower.scrollTop }
    const own = made()
    show(
      sheet,
      nodesOf(list, range).filter(({ rowIndex }) => !own.has(String(rowIndex))),
    )
  }
  return { onScroll, end: hide }
}

/** The list and its scrollbar, which the library draws beside it. */
interface Scrollers {
  readonly viewport: Element
  /** Which of them was heard of, and the other. */
  readonly scrolled: Element
  readonly follower: Element
}

function scrollersOf(grid: Element, target: EventTarget | null): Scrollers | undefined {
  const viewport = grid.querySelector('.ag-grid-viewport')
  const bar = grid.querySelector('.ag-body-vertical-scroll-viewport')
  if (!viewport || !bar) return undefined
  if (target === viewport) return { viewport, scrolled: viewport, follower: bar }
  return target === bar ? { viewport, scrolled: bar, follower: viewport } : undefined
}

/** Positions of the first and the last row. */
interface Range {
  readonly first: number
  readonly last: number
}

/** Those that are in sight, in part or wholly. */
function rowsInSight<Row>(list: GridApi<Row>, top: number, height: number): Range {
  const { rowHeight } = list.getSizesForCurrentTheme()
  const end = list.getDisplayedRowCount() - 1
  return { first: Math.floor(top / rowHeight), last: Math.min(Math.floor((top + height) / rowHeight), end) }
}

function nodesOf<Row>(list: GridApi<Row>, { first, last }: Range): IRowNode<Row>[] {
  const nodes: IRowNode<Row>[] = []
  for (let index = first; index <= last; index++) {
    const node = list.getDisplayedRowAtIndex(index)
    if (node) nodes.push(node)
  }
  return nodes
}

/** What copies lie in, and an empty row to take them of: all rows look alike. */
interface Sheet {
  readonly element: HTMLElement
  readonly blank: HTMLElement
}

/** An empty sheet over the rows of the library. */
function sheetOver(grid: HTMLElement): Sheet | undefined {
  const row = [...grid.querySelectorAll('.ag-row')].find(
    (one) => !one.querySelector('.ag-cell-inline-editing'),
  )
  const blank = row?.cloneNode(true)
  if (!(blank instanceof HTMLElement)) return undefined
  blank.classList.remove('ag-row-hover', 'ag-row-focus')
  for (const cell of blank.querySelectorAll('.ag-cell')) {
    cell.classList.remove('ag-cell-focus')
    if (!cell.querySelector('.ag-checkbox-input-wrapper')) cell.replaceChildren()
  }
  const element = document.createElement('div')
  element.className = classes.ahead ?? ''
  element.inert = true
  element.ariaHidden = 'true'
  row?.parentElement?.append(element)
  return { element, blank }
}

/** Puts a copy where the library will put the row, with its tick. */
function placeRow<Row>(row: HTMLElement, node: IRowNode<Row>): void {
  row.setAttribute('row-index', String(node.rowIndex))
  row.setAttribute('row-id', node.id ?? '')
  row.style.transform = `translateY(${node.rowTop}px)`
  const isSelected = node.isSelected() === true
  row.classList.toggle('ag-row-selected', isSelected)
  row.ariaSelected = String(isSelected)
  row.querySelector('.ag-checkbox-input-wrapper')?.classList.toggle('ag-checked', isSelected)
}
