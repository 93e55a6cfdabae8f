import type { ColDef, ICellRendererParams, ITooltipParams, ValueFormatterParams } from 'ag-grid-community'
import type { ComponentType } from 'react'
import type { CellPart } from './cell-part'
import { CellParts } from './cell-parts'
import type { ColumnLayout } from './column-layout'
import type { CopyColumn } from './copy-rows'
import classes from './data-grid.module.css'
import { editableColumn } from './editing/editable-column'
import type { ColumnEdit } from './editing/grid-editing'

/** The library's own column of tick boxes. */
const selectionColumnId = 'ag-Grid-SelectionColumn'
/** Ours, where rows are selected that are not here. */
export const tickColumnId = 'tick'
/** Whether a column holds tick boxes and no value of the row. */
export const isTickColumn = (id: string): boolean => id === selectionColumnId || id === tickColumnId

/** What a column of our grids is, free of the grid library. */
export interface GridColumn<Row> {
  readonly id: string
  readonly header: string
  /** The value as it is copied: raw, never formatted. Empty for none. */
  readonly raw: (row: Row) => string
  /** The value as shown, where it differs from the raw one. */
  readonly text?: ((row: Row) => string) | undefined
  /** Shown in place of the text, each piece with a look of its own. */
  readonly parts?: ((row: Row) => readonly CellPart[]) | undefined
  /** Shown in place of the text or the pieces by React: what a person can act in, or what changes with more than its row. */
  readonly cell?: ComponentType<{ row: Row }> | undefined
  /** More on hover. */
  readonly hint?: ((row: Row) => string | undefined) | undefined
  /** More about the column on hover, such as why it cannot be sorted. */
  readonly headerHint?: string | undefined
  /** What to copy where one column of a spreadsheet is not enough. */
  readonly copy?: readonly CopyColumn<Row>[] | undefined
  /** CSS pixels. */
  readonly width: number
  /** Takes what is left of the width until a person gives it one. */
  readonly grows?: boolean | undefined
  readonly align?: 'end' | undefined
  readonly mono?: boolean | undefined
  /** The server sorts by it. There is no sorting of one page. */
  readonly sortable?: boolean | undefined
  /** Its cells can be typed into. */
  readonly edit?: ColumnEdit<Row> | undefined
  /** Not shown until chosen. */
  readonly hidden?: boolean | undefined
}

/** How the rows come from the server. */
export interface GridSort {
  readonly columnId: string
  readonly direction: 'asc' | 'desc'
}

/** How the grid library holds a row: as it is, or in something that may still be empty. */
export type RowOf<Row, Held> = (held: Held | undefined) => Row | undefined

interface ColDefOptions<Row, Held> {
  readonly layout: ColumnLayout
  readonly sort: GridSort | undefined
  readonly rowOf: RowOf<Row, Held>
  /** What cells show is drawn by us (`useDrawnRows`): the library makes place for it. */
  readonly isDrawn: boolean
}

/** A column for the grid library, arranged and sorted as given. */
export function toColDef<Row, Held>(
  column: GridColumn<Row>,
  { layout, sort, rowOf, isDrawn }: ColDefOptions<Row, Held>,
): ColDef<Held> {
  const { id, header, raw, text = raw, parts, hint, headerHint, align, mono, sortable, edit } = column
  const Cell = column.cell ?? (parts && (({ row }: { row: Row }) => <CellParts parts={parts(row)} />))
  const withRow = <Value, Empty>(held: Held | undefined, empty: Empty, value: (row: Row) => Value) => {
    const row = rowOf(held)
    return row === undefined ? empty : value(row)
  }
  return {
    colId: id,
    headerName: header,
    ...(headerHint !== undefined && { headerTooltip: headerHint }),
    // The row itself is the value: a cell is drawn again exactly when its row is another object.
    valueGetter: ({ data }) => data,
    valueFormatter: ({ data }: ValueFormatterParams<Held>) =>
      isDrawn ? '' : withRow(data ?? undefined, '', text),
    ...(Cell &&
      !isDrawn && {
        cellRenderer: ({ data }: ICellRendererParams<Held>) =>
          withRow(data, null, (row) => <Cell row={row} />),
      }),
    ...(hint && {
      tooltipValueGetter: ({ data }: ITooltipParams<Held>) => withRow(data, undefined, hint),
    }),
    ...(edit && editableColumn(edit, rowOf)),
    cellClass: [...(align === 'end' ? ['ag-right-aligned-cell'] : []), ...(mono ? [classes.mono ?? ''] : [])],
    ...(align === 'end' && { headerClass: 'ag-right-aligned-header' }),
    hide: layout.hidden ?? false,
    ...(layout.width === undefined && column.grows
      ? { flex: 1, minWidth: column.width }
      : { width: layout.width ?? column.width, minWidth: 48 }),
    sortable: sortable ?? false,
    sortingOrder: ['desc', 'asc'],
    sort: sort?.columnId === id ? sort.direction : null,
    // The server has sorted; the grid keeps its order.
    comparator: () => 0,
  }
}

/** What copying a row takes from these columns. */
export function copyColumns<Row>(columns: readonly GridColumn<Row>[]): CopyColumn<Row>[] {
  return columns.flatMap(({ header, raw, copy }) => copy ?? [{ header, value: raw }])
}
