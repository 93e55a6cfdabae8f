import type { GridApi } from 'ag-grid-community'
import type { RowSource } from './row-source'

/** Where somebody was in a list when they left it for another screen, to be there again when they come back. */
export interface GridPlace {
  /** Of the list as it was, see {@link RowSource}. */
  readonly list: Pick<RowSource<unknown>, 'id' | 'question' | 'order'>
  /** The row at the top of what was in sight, and where it stood. */
  readonly top: { readonly key: string | undefined; readonly index: number }
  /** The row that had the keyboard last. */
  readonly focused: string | undefined
}

/** Holds it while the list is not there. */
export interface PlaceKeeper {
  read(): GridPlace | undefined
  keep(place: GridPlace): void
}

/** Position of the first row that is wholly in sight. */
export function topRow(element: HTMLElement | null, api: GridApi): number {
  const edge = element?.querySelector('.ag-grid-viewport')?.getBoundingClientRect().top ?? 0
  const inSight = Array.from(element?.querySelectorAll('.ag-row[row-index]') ?? []).flatMap((row) =>
    row.getBoundingClientRect().top >= edge - 1 ? Number(row.getAttribute('row-index')) : [],
  )
  return inSight.length > 0 ? Math.min(...inSight) : Math.max(api.getFirstDisplayedRowIndex(), 0)
}

/** Where the row at the top stands now; 0 in a list of another question or order. */
export async function placeIn<Row>(source: RowSource<Row>, place: GridPlace | undefined): Promise<number> {
  const isSame = place?.list.question === source.question && place.list.order === source.order
  if (!isSame || place.top.index === 0) return 0
  const { key, index } = place.top
  if (place.list.id === source.id || key === undefined) return index
  return (await source.find(key).catch(() => undefined)) ?? index
}
