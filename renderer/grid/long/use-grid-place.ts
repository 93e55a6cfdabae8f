import type { GridApi } from 'ag-grid-community'
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { GridRefs } from '../grid-refs'
import type { LongRows, Slot } from './long-rows'
import type { RowSource } from './row-source'

/** Where somebody was in a list when they left it for another screen. */
export interface GridPlace {
  /** Of the list as it was, see {@link RowSource}. */
  readonly question: string
  readonly order: string
  /** The first row in sight, and where it stood. */
  readonly top: { readonly key: string; readonly at: number }
  /** The row that had the keyboard last. */
  readonly focused: string | undefined
}

/** Holds it while the list is not there. Stable between renders. */
export interface PlaceKeeper {
  read(): GridPlace | undefined
  keep(place: GridPlace): void
}

interface GridPlaceOptions<Row> {
  readonly rows: RefObject<LongRows<Row> | undefined>
  readonly rowKey: (row: Row) => string
  /** Answers the row that had the keyboard last. */
  readonly focusedKey: () => string | undefined
  readonly keeper: PlaceKeeper | undefined
}

/** Frames after which the list has its height, or will not come. */
const patience = 20

/** Remembers where a list was left, and answers how to go back there once a list is shown. */
export function useGridPlace<Row>(
  { api, element }: GridRefs<Slot<Row>>,
  { rows, rowKey, focusedKey, keeper }: GridPlaceOptions<Row>,
): (shown: RowSource<Row>) => void {
  const awaited = useRef(keeper?.read())
  // Before the library lets go of its rows.
  useLayoutEffect(
    () => () => {
      const source = rows.current?.source()
      const at = firstInSight(element.current)
      const row = at === undefined ? undefined : rows.current?.rowAt(at)
      if (awaited.current || !source || at === undefined || row === undefined) return
      const { question, order } = source
      keeper?.keep({ question, order, top: { key: rowKey(row), at }, focused: focusedKey() })
    },
    [element, rows, rowKey, focusedKey, keeper],
  )
  // Whoever has moved in the list since wants to be where they are.
  useLayoutEffect(() => {
    const grid = element.current
    const forget = () => {
      awaited.current = undefined
    }
    const moves = ['wheel', 'pointerdown', 'keydown'] as const
    for (const move of moves) grid?.addEventListener(move, forget, { once: true, capture: true })
    return () => {
      for (const move of moves) grid?.removeEventListener(move, forget, { capture: true })
    }
  }, [element])
  return useMemo(() => {
    const scroll = (grid: GridApi, at: number, frame = 0) => {
      if (grid.isDestroyed()) return
      grid.ensureIndexVisible(at, 'top')
      if (frame < patience && firstInSight(element.current) !== at)
        requestAnimationFrame(() => scroll(grid, at, frame + 1))
    }
    return async (shown) => {
      const place = awaited.current
      if (!place || rows.current?.source()?.id !== shown.id) return
      const isSame = place.question === shown.question && place.order === shown.order
      // Who was at the top sees what is new there.
      const at =
        isSame && place.top.at > 0
          ? ((await shown.find(place.top.key).catch(() => undefined)) ?? place.top.at)
          : 0
      // The list grows to its whole length once its end is known; then it is shown again.
      if (at >= shown.total || awaited.current !== place) return
      awaited.current = undefined
      if (at > 0 && api.current) scroll(api.current, at)
    }
  }, [api, element, rows])
}

/** Position of the first row that is wholly in sight. */
function firstInSight(element: HTMLElement | null): number | undefined {
  const edge = element?.querySelector('.ag-header')?.getBoundingClientRect().bottom ?? 0
  const places = Array.from(element?.querySelectorAll('.ag-row[row-index]') ?? []).flatMap((row) =>
    row.getBoundingClientRect().top >= edge - 1 ? Number(row.getAttribute('row-index')) : [],
  )
  return places.length > 0 ? Math.min(...places) : undefined
}
