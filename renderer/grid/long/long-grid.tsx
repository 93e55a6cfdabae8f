import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { tickColumnId } from '../column'
import { EmptyChips } from '../empty-chips'
import { gridKeys } from '../grid-keys'
import { type GridProps, GridShell, useGridRefs } from '../grid-shell'
import { useRowMenu } from '../use-row-menu'
import type { EarlyList } from './early-list'
import { createLongRows, type LongRows, type Slot, slotRow } from './long-rows'
import { blockSize } from './row-blocks'
import { headerTick, noSelection, type RowSelection } from './row-selection'
import type { RowSource } from './row-source'
import { RowsFailed } from './rows-failed'
import { TickAll, TickAllContext } from './tick-all'
import { useCopyLong } from './use-copy-long'
import { useDrawnRows } from './use-drawn-rows'
import { type PlaceKeeper, useGridPlace } from './use-grid-place'
import { useCurrentInSight, useLongFocus } from './use-long-focus'
import { useTickClicks, useTicks } from './use-ticks'

export interface LongGridProps<Row> extends GridProps<Row> {
  /** The list; `undefined` until the first answer. Another one is shown in its place once its rows are here. */
  readonly source: RowSource<Row> | undefined
  /** As far as it holds for the question of the list. */
  readonly selection: RowSelection
  /** How many rows of the list are selected, where they were counted. */
  readonly selectedInList?: number | undefined
  readonly onSelectionChange: (selection: RowSelection) => void
  /** Where somebody was in it when they left it, which is where they come back to. */
  readonly place?: PlaceKeeper | undefined
  /** Lists that are shown before they are told as `source`. Stable between renders. */
  readonly early?: EarlyList<Row> | undefined
}

/** Blocks for which the library has objects of its own at a time. */
const drawnBlocks = 8

/**
 * The grid of lists that are too long to be here. It is like `DataGrid`, but rows are read as they come into sight, and a
 * selection can be everything. Each position has its place from the start, so that every row is reached at once.
 */
export function LongGrid<Row>(props: LongGridProps<Row>) {
  const { source, early, columns, rowKey, onOpen, selection, selectedInList, onSelectionChange } = props
  const refs = useGridRefs<Slot<Row>>()
  const rowsRef = useRef<LongRows<Row> | undefined>(undefined)
  const [hasFailed, setFailed] = useState(false)
  const chips = useRef<HTMLDivElement>(null)
  const draw = useDrawnRows(refs, { ...props, chips, rows: rowsRef, currentKey: props.currentKey })
  const focus = useLongFocus(refs, { rows: rowsRef, rowKey, first: props.place?.read()?.focused })
  const rows = useMemo(() => {
    const onShown = (inSight?: 'in sight') => {
      draw(inSight)
      focus.follow()
    }
    return createLongRows<Row>({ refs, rowKey, onShown, onFailed: setFailed, onOther: focus.forget })
  }, [refs, rowKey, draw, focus])
  useEffect(() => {
    rowsRef.current = rows
    return () => rows.close()
  }, [rows])
  const { focusedKey } = focus.handle
  const goBack = useGridPlace(refs, { rows: rowsRef, rowKey, focusedKey, keeper: props.place })
  useEffect(() => {
    if (source) void rows.show(source).then(() => goBack(source))
    return source?.onChanged((keys) => rows.reload(keys))
  }, [rows, source, goBack])
  // "All of them" is of one question, and would be ticked in the rows of another until the screen knows of it.
  const isAll = selection.kind === 'all-but'
  useEffect(() => (isAll ? undefined : early?.onShow(rows.showEarly)), [early, rows, isAll])

  const total = source?.total ?? 0
  const selectAll = () => {
    if (source) onSelectionChange({ kind: 'all-but', question: source.question, keys: [] })
  }
  const tick = headerTick(selection, total, selectedInList)
  const tickAll = {
    tick,
    total,
    onToggle: () => (tick === 'all' ? onSelectionChange(noSelection) : selectAll()),
  }
  const toggle = useTicks({ rows, rowKey, selection, onSelectionChange, draw })
  useTickClicks(refs, toggle)
  const datasource = useMemo(() => ({ getRows: rows.getRows }), [rows])

  const copy = useCopyLong(refs, { rows, rowKey, columns, selection, selectedInList })
  useImperativeHandle(props.ref, () => ({ ...focus.handle, copy }))
  useRowMenu(refs, { columns, rowOf: slotRow<Row>, onMenu: props.onMenu })
  useCurrentInSight(refs, rowsRef, props.currentKey)
  return (
    <TickAllContext value={tickAll}>
      <GridShell
        refs={refs}
        props={props}
        rowOf={slotRow<Row>}
        isDrawn
        options={{
          columnDefs: tickColumns,
          defaultColDef,
          rowModelType: 'infinite',
          datasource,
          cacheBlockSize: blockSize,
          maxBlocksInCache: drawnBlocks,
          maxConcurrentDatasourceRequests: -1,
          alwaysShowVerticalScroll: true,
          onGridReady: ({ api }) => {
            api.setGridAriaProperty('multiselectable', 'true')
            if (source) void rows.show(source).then(() => goBack(source))
          },
          onCellKeyDown: gridKeys({ rowOf: slotRow<Row>, onOpen, onSelectAll: selectAll, onToggle: toggle }),
          onCellFocused: focus.follow,
          onViewportChanged: ({ firstRow, lastRow }) => rows.look(firstRow, lastRow),
        }}
      >
        <EmptyChips ref={chips} />
        {hasFailed ? <RowsFailed onRetry={rows.retry} /> : null}
      </GridShell>
    </TickAllContext>
  )
}

const defaultColDef = { suppressKeyboardEvent: isSelectAll }

/** The library would select what it holds, which is not all, and the browser the text of the page. */
function isSelectAll({ event }: { event: KeyboardEvent }): boolean {
  const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)
  if (isAll) event.preventDefault()
  return isAll
}

/** The boxes before all columns. They stay where they are. */
const tickColumns = [
  {
    colId: tickColumnId,
    width: 36,
    headerComponent: TickAll,
    suppressHeaderKeyboardEvent: isSpace,
    lockPosition: 'left' as const,
    suppressMovable: true,
    resizable: false,
    sortable: false,
  },
]

/** Space on the header of the boxes is theirs. */
function isSpace({ event }: { event: KeyboardEvent }): boolean {
  if (event.key !== ' ') return false
  event.preventDefault()
  if (event.target instanceof Element) event.target.querySelector<HTMLInputElement>('input')?.click()
  return true
}
