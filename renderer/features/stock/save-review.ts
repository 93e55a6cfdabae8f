import {
  figuresOf,
  hasStockMoved,
  isBigDrop,
  type StockChange,
  type StockRow,
  sameStep,
  stockProblem,
} from '@shared/features/stock'
import type { StockId } from '@shared/kernel/ids'
import type { StockEdit, StockEdits } from './edits'

/** What a person decides about a row that moved while they were at it. */
export type MovedChoice =
  /** The number that they typed. */
  | 'mine'
  /** As many more or fewer as they meant, of what is there now. */
  | 'step'
  /** The row stays as others left it. */
  | 'theirs'

/** One edit, held against how its row is now. */
export interface ReviewLine {
  readonly stock: StockId
  readonly edit: StockEdit
  /** Absent for a row that is gone. */
  readonly row: StockRow | undefined
  /** Why it is not sent, whatever the person says. */
  readonly obstacle?: 'GONE' | 'CLOSED' | 'AS_WANTED' | undefined
  readonly hasMoved: boolean
}

/** What a person said to what they were asked. */
export interface ReviewAnswers {
  readonly moved: ReadonlyMap<StockId, MovedChoice>
  /** Rows that may go down by more than half. */
  readonly drops: ReadonlySet<StockId>
}

/** Every edit as it stands against rows that were just read, those that are asked about first. */
export function reviewEdits(edits: StockEdits, rows: readonly StockRow[]): ReviewLine[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const lines = [...edits].map(([stock, edit]): ReviewLine => {
    const row = byId.get(stock)
    return {
      stock,
      edit,
      row,
      obstacle: obstacleOf(edit, row),
      hasMoved: row !== undefined && hasStockMoved(edit.seen, row),
    }
  })
  const rank = ({ obstacle, hasMoved, row, edit }: ReviewLine) => {
    if (obstacle) return 0
    if (hasMoved) return 1
    return row && isBigDrop(row.available, edit.wanted) ? 2 : 3
  }
  return lines.sort((a, b) => rank(a) - rank(b))
}

function obstacleOf({ wanted }: StockEdit, row: StockRow | undefined): ReviewLine['obstacle'] {
  if (!row) return 'GONE'
  if (row.active === false) return 'CLOSED'
  return row.available === wanted ? 'AS_WANTED' : undefined
}

/** What of a line stands in the way of saving: a question, or what the guards do not let through. */
export type LineQuestion = 'MOVED' | 'BIG_DROP' | ReturnType<typeof stockProblem>

/** What would be sent of a line as the person answered; `change` is absent where it is left out or not answered yet. */
export interface AnsweredLine {
  readonly question?: LineQuestion
  readonly change?: StockChange
}

/** @param limit most pieces that the person allows */
export function answerLine(
  { stock, edit, row, obstacle, hasMoved }: ReviewLine,
  { moved, drops }: ReviewAnswers,
  limit: number | undefined,
): AnsweredLine {
  if (obstacle || !row) return {}
  const choice = hasMoved ? moved.get(stock) : 'mine'
  if (choice === undefined) return { question: 'MOVED' }
  if (choice === 'theirs') return {}
  const wanted = choice === 'step' ? (sameStep(edit.seen, row, edit.wanted) ?? edit.wanted) : edit.wanted
  if (wanted === row.available) return {}
  const problem = stockProblem(wanted, limit)
  if (problem) return { question: problem }
  const isDrop = isBigDrop(row.available, wanted)
  const change = { stock, seen: figuresOf(row), wanted, ...(isDrop ? { bigDrop: true as const } : {}) }
  return isDrop && !drops.has(stock) ? { question: 'BIG_DROP' } : { change }
}
