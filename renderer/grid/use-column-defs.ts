import type { ColDef } from 'ag-grid-community'
import { useMemo } from 'react'
import { type GridColumn, type GridSort, type RowOf, toColDef } from './column'
import { arrangeColumns, type ColumnLayout } from './column-layout'

interface ColumnDefsOptions<Row> {
  readonly columns: readonly GridColumn<Row>[]
  readonly layout: readonly ColumnLayout[]
  readonly sort: GridSort | undefined
}

/** The columns for the grid library, as they are arranged and sorted. `rowOf` is stable between renders. */
export function useColumnDefs<Row, Held>(
  { columns, layout, sort }: ColumnDefsOptions<Row>,
  { rowOf, isDrawn }: { rowOf: RowOf<Row, Held>; isDrawn: boolean },
): ColDef<Held>[] {
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    return arrangeColumns(columns, layout).flatMap((place) => {
      const column = byId.get(place.id)
      return column ? [toColDef(column, { layout: place, sort, rowOf, isDrawn })] : []
    })
  }, [columns, layout, sort, rowOf, isDrawn])
}
