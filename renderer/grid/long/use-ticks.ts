import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import { toastError, toastNote } from '../../ui/toasts'
import type { LongRows } from './long-rows'
import { isSelectedIn, type RowSelection, withRows } from './row-selection'

/** Most rows that a range takes: they are remembered one by one. */
const longestRange = 10_000
/** Rows that are read at once. */
const step = 500

interface TicksOptions<Row> {
  readonly rows: LongRows<Row>
  readonly rowKey: (row: Row) => string
  readonly selection: RowSelection
  readonly onSelectionChange: (selection: RowSelection) => void
}

/** Selects rows one by one, or with Shift all from the last one on, wherever that is. */
export function useTicks<Row>({ rows, rowKey, selection, onSelectionChange }: TicksOptions<Row>) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const last = useRef<number | undefined>(undefined)
  /** The range that was asked for last: a slow one before it does not come after it. */
  const turn = useRef(0)

  const toggle = async (rowIndex: number, extend: boolean) => {
    const row = rows.rowAt(rowIndex)
    if (row === undefined) return
    turn.current += 1
    const mine = turn.current
    const isSelected = !isSelectedIn(selection)(rowKey(row))
    const from = extend && last.current !== undefined ? last.current : rowIndex
    last.current = rowIndex
    const [first, end] = [Math.min(from, rowIndex), Math.max(from, rowIndex) + 1]
    if (end - first > longestRange) {
      toastNote({ title: t('selection.rangeLimit', { limit: format.count(longestRange) }) })
      // The box has changed by itself.
      onSelectionChange({ ...selection })
      return
    }
    try {
      const keys = (await readRange(rows, first, end)).map(rowKey)
      if (mine === turn.current) onSelectionChange(withRows(selection, keys, isSelected))
    } catch (error) {
      toastError(error)
    }
  }
  return (rowIndex: number, extend: boolean) => void toggle(rowIndex, extend)
}

/** The rows from `first` to before `end`, those that are not here read. */
async function readRange<Row>(rows: LongRows<Row>, first: number, end: number): Promise<Row[]> {
  const here = Array.from({ length: end - first }, (_, at) => rows.rowAt(first + at))
  if (here.every((row) => row !== undefined)) return here
  const source = rows.source()
  const read: Row[] = []
  for (let from = first; source && from < end; from += step) {
    const some = await source.read(from, Math.min(step, end - from))
    if (some === 'gone') break
    read.push(...some)
  }
  return read
}
