import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import { toastError, toastNote } from '../../ui/toasts'
import type { GridRefs } from '../grid-refs'
import type { LongRows } from './long-rows'
import { ListMoved } from './read-selected'
import { readRange } from './row-range'
import { isSelectedIn, type RowSelection, withRows } from './row-selection'

/** Most rows that a range takes: they are remembered one by one. */
const longestRange = 10_000

interface TicksOptions<Row> {
  readonly rows: LongRows<Row>
  readonly rowKey: (row: Row) => string
  readonly selection: RowSelection
  readonly onSelectionChange: (selection: RowSelection) => void
  /** Draws the boxes as they are: a click has changed one by itself. */
  readonly draw: () => void
}

/** Selects rows one by one, or with Shift all from the last one on, wherever that is by now. */
export function useTicks<Row>({ rows, rowKey, selection, onSelectionChange, draw }: TicksOptions<Row>) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const last = useRef<string | undefined>(undefined)
  /** The range that was asked for last: a slow one before it does not come after it. */
  const turn = useRef(0)
  /** The screen hears of a choice a moment later, and the next key may be here before. */
  const newest = useRef(selection)
  useLayoutEffect(() => {
    newest.current = selection
  }, [selection])
  const choose = (next: RowSelection) => {
    newest.current = next
    onSelectionChange(next)
  }

  const toggle = async (rowIndex: number, extend: boolean) => {
    const row = rows.rowAt(rowIndex)
    if (row === undefined) return
    turn.current += 1
    const mine = turn.current
    const key = rowKey(row)
    const isSelected = !isSelectedIn(newest.current)(key)
    const from = last.current
    last.current = key
    if (!extend || from === undefined || from === key) {
      choose(withRows(newest.current, [key], isSelected))
      return
    }
    const giveUp = (title?: string) => {
      if (mine !== turn.current) return
      if (title !== undefined) toastNote({ title, cause: 'ticks' })
      draw()
    }
    const before = JSON.stringify(newest.current)
    try {
      const keys = await readRange({ rows, rowKey, from, to: rowIndex, most: longestRange })
      if (keys === 'lost') giveUp(t('selection.rangeLost'))
      else if (keys === 'long') giveUp(t('selection.rangeLimit', { limit: format.count(longestRange) }))
      // Cleared or made everything while the rows of the range were read, the selection is what the person wants now.
      else if (before !== JSON.stringify(newest.current)) giveUp()
      else if (mine === turn.current) choose(withRows(newest.current, keys, isSelected))
    } catch (error) {
      if (!(error instanceof ListMoved)) toastError(error)
      // Asked for again, the range is the same one.
      if (mine === turn.current) last.current = from
      giveUp(error instanceof ListMoved ? t('selection.rangeMoved') : undefined)
    }
  }
  return (rowIndex: number, extend: boolean) => void toggle(rowIndex, extend)
}

/** Hears when a tick box of a row is clicked. */
export function useTickClicks<Held>(
  { element }: GridRefs<Held>,
  toggle: (rowIndex: number, extend: boolean) => void,
): void {
  const onTick = useEffectEvent(toggle)
  useEffect(() => {
    const grid = element.current
    const onClick = ({ target, shiftKey }: MouseEvent) => {
      const row = target instanceof HTMLInputElement ? target.closest('.ag-row') : null
      if (row) onTick(Number(row.getAttribute('row-index')), shiftKey)
    }
    grid?.addEventListener('click', onClick)
    return () => grid?.removeEventListener('click', onClick)
  }, [element])
}
