import type { GridApi, IGetRowsParams } from 'ag-grid-community'
import { nextPicture } from '../../lib/next-picture'
import type { GridRefs } from '../grid-refs'
import { focusCell } from '../put-keyboard'
import { createRowBlocks, type RowBlocks } from './row-blocks'
import type { RowSource } from './row-source'

/**
 * How the grid library holds a row of a long list: every position has one of these at once, so that the library never
 * waits, and it is the row that is there now, without the library drawing anything: `useDrawnRows` does.
 */
export interface Slot<Row> {
  readonly row: Row | undefined
}

export const slotRow = <Row>(slot: Slot<Row> | undefined): Row | undefined => slot?.row

/** Rows above and below what is drawn that are read before they come into sight. */
const ahead = 60

interface LongRowsOptions<Row> {
  readonly refs: GridRefs<Slot<Row>>
  readonly rowKey: (row: Row) => string
  /** Other rows are shown than before. @param inSight those that nobody sees may wait */
  readonly onShown: (inSight?: 'in sight') => void
  readonly onFailed: (hasFailed: boolean) => void
  /** Another question is answered now, and nobody is in its rows yet. */
  readonly onOther: () => void
}

/** The rows of a long list in the grid: what is in sight is here, and a list that is made anew takes the place of the old one. */
export interface LongRows<Row> {
  /** Shows a list. The old one stays in sight until the rows of this one are here that take its place. */
  show(source: RowSource<Row>): Promise<void>
  /**
   * Shows a list that the screen will be rendered with later. At first only what is in sight: for another length the library
   * measures everything, and the rows around are half as many again. Comes when all is as after {@link LongRows.show}.
   */
  showEarly(source: RowSource<Row>): Promise<void>
  /** The library makes place for a block of rows. */
  getRows(params: IGetRowsParams<Slot<Row>>): void
  /** These rows are drawn. */
  look(first: number, last: number): void
  rowAt(index: number): Row | undefined
  indexOf(key: string): number | undefined
  /** What is shown. */
  source(): RowSource<Row> | undefined
  retry(): void
  reload(keys: ReadonlySet<string>): void
  close(): void
}

export function createLongRows<Row>({
  refs,
  rowKey,
  onShown,
  onFailed,
  onOther,
}: LongRowsOptions<Row>): LongRows<Row> {
  let source: RowSource<Row> | undefined
  let blocks: RowBlocks<Row> | undefined
  let turn = 0

  const rowAt = (index: number) => blocks?.rowAt(index)
  const begin = (next: RowSource<Row>) => {
    const own: RowBlocks<Row> = createRowBlocks({
      source: next,
      rowKey,
      onRows: () => {
        if (own === blocks) onShown()
      },
      onFailed: (hasFailed) => {
        if (own === blocks) onFailed(hasFailed)
      },
    })
    return own
  }
  /** The row that keeps its place on the screen: the one with the keyboard, else one in the middle of what is in sight. */
  const anchor = (api: GridApi<Slot<Row>>) => {
    const [first, last] = [api.getFirstDisplayedRowIndex(), api.getLastDisplayedRowIndex()]
    const focused = api.getFocusedCell()?.rowIndex
    const isFocusInSight = focused !== undefined && focused >= first && focused <= last
    if (!isFocusInSight && api.getVerticalPixelRange().top === 0) return undefined
    const index = isFocusInSight ? focused : Math.floor((first + last) / 2)
    const row = rowAt(index)
    return row === undefined ? undefined : { index, key: rowKey(row) }
  }
  /** How far what is in sight has moved in the next list; `undefined` when that is another question. */
  const shiftTo = async (api: GridApi<Slot<Row>>, next: RowSource<Row>): Promise<number | undefined> => {
    if (source?.question !== next.question || source.order !== next.order) return undefined
    const held = anchor(api)
    const place = held && (await next.find(held.key).catch(() => undefined))
    return held && place !== undefined ? place - held.index : 0
  }

  /** Answers whether the library and what is out of sight still know nothing of it. */
  const put = async (next: RowSource<Row>, mayWait = false): Promise<boolean> => {
    const api = refs.api.current
    if (!api) return false
    if (next.id === source?.id) {
      source = next
      setCount(api, next.total)
      look(api.getFirstDisplayedRowIndex(), api.getLastDisplayedRowIndex())
      return false
    }
    turn += 1
    const mine = turn
    const coming = begin(next)
    const before = source
    const shift = await shiftTo(api, next)
    const height = api.getLastDisplayedRowIndex() - api.getFirstDisplayedRowIndex()
    const first = shift === undefined ? 0 : api.getFirstDisplayedRowIndex() + shift
    const last = Math.min(first + height, next.total - 1)
    if (mine === turn && last >= 0) await coming.look(Math.max(Math.min(first, last), 0), last)
    if (mine !== turn) {
      coming.close()
      return false
    }
    blocks?.close()
    blocks = coming
    source = next
    onFailed(coming.hasFailed())
    const made = api.getFirstDisplayedRowIndex() === 0 ? api.getLastDisplayedRowIndex() + 1 : 0
    const waits = mayWait && first === 0 && made > 0
    if (!waits) setCount(api, next.total)
    move(api, shift)
    if (before && shift === undefined && !hasKeyboard()) onOther()
    onShown(waits ? 'in sight' : undefined)
    if (!waits) look(api.getFirstDisplayedRowIndex(), api.getLastDisplayedRowIndex())
    return waits
  }
  const showEarly = async (next: RowSource<Row>) => {
    const waits = await put(next, true)
    await nextPicture()
    const api = refs.api.current
    // The screen may have been rendered with it meanwhile: by then it can have another length, but is the same list.
    if (!waits || !api || source?.id !== next.id) return
    setCount(api, source.total)
    onShown()
    look(api.getFirstDisplayedRowIndex(), api.getLastDisplayedRowIndex())
  }
  const hasKeyboard = () => refs.element.current?.querySelector('.ag-cell:focus') !== null
  /** Puts what is in sight, and the keyboard, where it is now. */
  const move = (api: GridApi<Slot<Row>>, shift: number | undefined) => {
    const cell = api.getFocusedCell()
    if (shift === 0) return
    if (shift !== undefined) scrollBy(refs.element.current, api, shift)
    else if (api.getVerticalPixelRange().top > 0) api.ensureIndexVisible(0, 'top')
    if (!cell || !hasKeyboard()) return
    focusCell(api, shift === undefined ? 0 : cell.rowIndex + shift, cell.column)
  }
  const look = (first: number, last: number) => {
    if (!blocks || !source || source.total === 0) return
    const api = refs.api.current
    const end = source.total - 1
    // Keys still go to the row with the keyboard when it is far out of sight.
    const focused = api?.getFocusedCell()?.rowIndex
    const besides = focused !== undefined && focused <= end ? focused : undefined
    void blocks.look(Math.max(first - ahead, 0), Math.min(last + ahead, end), besides)
    // Asked for a row that is not drawn yet, the library makes place for it.
    api?.getDisplayedRowAtIndex(Math.min(last + ahead, end))
    api?.getDisplayedRowAtIndex(Math.max(first - ahead, 0))
  }

  return {
    show: async (next) => void (await put(next)),
    showEarly,
    getRows: ({ startRow, endRow, successCallback }) => {
      const slots = Array.from({ length: endRow - startRow }, (_, at) => ({
        get row() {
          return rowAt(startRow + at)
        },
      }))
      successCallback(slots, source?.total ?? 0)
      onShown()
    },
    look,
    rowAt,
    indexOf: (key) => blocks?.indexOf(key),
    source: () => source,
    retry: () => blocks?.retry(),
    reload: (keys) => blocks?.reload(keys),
    close: () => {
      turn += 1
      blocks?.close()
      blocks = undefined
      source = undefined
    },
  }
}

/** The library arranges everything anew for it, so it hears of other numbers only. */
function setCount<Row>(api: GridApi<Slot<Row>>, total: number): void {
  if (api.getDisplayedRowCount() !== total || !api.isLastRowIndexKnown()) api.setRowCount(total, true)
}

/** Browsers have a largest height; above it a pixel of the scrollbar is more than one of the list. */
function scrollBy<Row>(element: HTMLElement | null, api: GridApi<Slot<Row>>, rows: number): void {
  const viewport = element?.querySelector('.ag-grid-viewport')
  if (!viewport) return
  const { rowHeight } = api.getSizesForCurrentTheme()
  const scale = Math.min(1, viewport.scrollHeight / (api.getDisplayedRowCount() * rowHeight))
  viewport.scrollTop += rows * rowHeight * scale
}
