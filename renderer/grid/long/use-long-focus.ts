import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { DataGridHandle } from '../data-grid-handle'
import type { GridRefs } from '../grid-refs'
import { putKeyboard } from '../put-keyboard'
import type { LongRows, Slot } from './long-rows'

/** Moves the keyboard to rows wherever they stand, and knows which one it was on. */
export function useLongFocus<Row>(
  { api }: GridRefs<Slot<Row>>,
  {
    rows,
    rowKey,
    first,
  }: {
    rows: RefObject<LongRows<Row> | undefined>
    rowKey: (row: Row) => string
    /** The row that had it when the list was left. */
    first?: string | undefined
  },
) {
  const focused = useRef(first)
  return useMemo(() => {
    const goTo = (position: number) => {
      const total = rows.current?.source()?.total ?? 0
      if (api.current && total > 0) putKeyboard(api.current, Math.min(Math.max(position, 0), total - 1))
    }
    const focusRow = (key: string) => whereIs(rows.current, key, goTo)
    const handle: Omit<DataGridHandle, 'copy'> = {
      goTo,
      focusRow,
      moveFocus: (by) => {
        const from = api.current?.getFocusedCell()?.rowIndex
        if (from !== undefined) goTo(from + by)
        else if (focused.current !== undefined && rows.current?.indexOf(focused.current) !== undefined)
          focusRow(focused.current)
        else goTo(0)
      },
      finishTyping: () => {},
      focusedKey: () => focused.current,
    }
    /** The row under the keyboard, as soon as it is here. */
    const follow = () => {
      const at = api.current?.getFocusedCell()?.rowIndex
      const row = at === undefined ? undefined : rows.current?.rowAt(at)
      if (row !== undefined) focused.current = rowKey(row)
    }
    /** The keyboard goes to the first row next. */
    const forget = () => {
      api.current?.clearFocusedCell()
      focused.current = undefined
    }
    return { handle, follow, forget }
  }, [api, rows, rowKey])
}

/** Brings the row that is open elsewhere on the screen into sight when it is another one. */
export function useCurrentInSight<Row>(
  { api }: GridRefs<Slot<Row>>,
  rows: RefObject<LongRows<Row> | undefined>,
  currentKey: string | undefined,
): void {
  useEffect(() => {
    let isOver = false
    if (currentKey !== undefined) {
      whereIs(rows.current, currentKey, (at) => {
        if (!isOver) api.current?.ensureIndexVisible(at)
      })
    }
    return () => {
      isOver = true
    }
  }, [api, rows, currentKey])
}

/** Answers where a row stands, at once when it is here; not at all when it is not in the list. */
function whereIs<Row>(rows: LongRows<Row> | undefined, key: string, answer: (at: number) => void): void {
  const here = rows?.indexOf(key)
  if (here !== undefined) answer(here)
  else {
    const found = rows?.source()?.find(key)
    // What cannot be looked up is not gone to; the list itself says that it cannot be read.
    found?.then((at) => at !== undefined && answer(at)).catch(() => {})
  }
}
