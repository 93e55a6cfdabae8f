import type { ProfileId } from '@shared/kernel/ids'
import { type ReactNode, type RefObject, useCallback } from 'react'
import type { GridColumn } from '../../grid/column'
import { DataGrid } from '../../grid/data-grid'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { GridSkeleton } from '../../grid/grid-skeleton'
import { useGridState } from '../../grid/use-grid-state'
import { useShortcut } from '../../lib/shortcuts'
import { useSettings } from '../settings'

interface LineGridProps<Line> {
  readonly profile: ProfileId
  /** Names the arrangement of columns that is kept. */
  readonly id: string
  readonly label: string
  readonly rows: readonly Line[] | undefined
  readonly columns: readonly GridColumn<Line>[]
  readonly rowKey: (line: Line) => string
  readonly selection: readonly string[]
  readonly onSelectionChange: (keys: string[]) => void
  readonly onOpen?: (line: Line) => void
  readonly onNearEnd?: (() => void) | undefined
  readonly instead?: ReactNode
  readonly grid: RefObject<DataGridHandle | null>
}

const noColumns: never[] = []
const neverSorted = () => {}

/** The grid of a batch's or a plan's lines, in the order given. */
export function LineGrid<Line>(props: LineGridProps<Line>) {
  const { profile, id, rows, grid, instead, onOpen, ...rest } = props
  const { state, update } = useGridState(profile, id)
  const { density } = useSettings().settings
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  const open = useCallback((line: Line) => onOpen?.(line), [onOpen])
  return (
    <DataGrid
      ref={grid}
      {...rest}
      rows={rows}
      density={density}
      layout={state?.columns ?? noColumns}
      onLayoutChange={(columns) => update({ columns })}
      sort={undefined}
      onSortChange={neverSorted}
      onOpen={onOpen && open}
      instead={instead ?? (rows ? undefined : <GridSkeleton density={density} />)}
    />
  )
}
