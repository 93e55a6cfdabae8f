import type { ColumnMovedEvent, ColumnResizedEvent, GridApi, SortChangedEvent } from 'ag-grid-community'
import { type GridSort, isTickColumn } from './column'
import type { ColumnLayout } from './column-layout'

interface LayoutEventOptions {
  readonly layout: readonly ColumnLayout[]
  readonly onLayoutChange: (layout: ColumnLayout[]) => void
  readonly onSortChange: (sort: GridSort) => void
}

/** Tells how a person arranged the columns and which sort was asked for. */
export function useLayoutEvents<Row>({ layout, onLayoutChange, onSortChange }: LayoutEventOptions) {
  const arrangement = (api: GridApi<Row>, resized: ReadonlySet<string> = new Set()) => {
    const before = new Map(layout.map((column) => [column.id, column]))
    return api
      .getColumnState()
      .filter(({ colId }) => !isTickColumn(colId))
      .map(({ colId, width, hide }): ColumnLayout => {
        // A column keeps growing with the window until a person gives it a width.
        const given = resized.has(colId) ? width : before.get(colId)?.width
        return { id: colId, width: given ?? undefined, hidden: hide ?? false }
      })
  }
  return {
    onColumnMoved: ({ api, finished, source }: ColumnMovedEvent<Row>) => {
      if (finished && source === 'uiColumnMoved') onLayoutChange(arrangement(api))
    },
    onColumnResized: ({ api, finished, source, columns }: ColumnResizedEvent<Row>) => {
      if (!finished || (source !== 'uiColumnResized' && source !== 'autosizeColumns')) return
      onLayoutChange(arrangement(api, new Set(columns?.map((column) => column.getColId()))))
    },
    onSortChanged: ({ api, source }: SortChangedEvent<Row>) => {
      if (source !== 'uiColumnSorted') return
      const sorted = api.getColumnState().find(({ sort }) => sort)
      if (sorted?.sort) onSortChange({ columnId: sorted.colId, direction: sorted.sort })
    },
  }
}
