import type { StockFigures } from '@shared/features/stock'
import type { StockId } from '@shared/kernel/ids'

/** What a person wants of a row, and how the row was when they wanted it. Nothing of it is sent yet. */
export interface StockEdit {
  readonly seen: StockFigures
  readonly wanted: number
}

export type StockEdits = ReadonlyMap<StockId, StockEdit>

/** Edits with what they were before each step, so that steps can be taken back and made again. */
export interface EditHistory {
  readonly edits: StockEdits
  readonly past: readonly StockEdits[]
  readonly future: readonly StockEdits[]
}

export const noEdits: EditHistory = { edits: new Map(), past: [], future: [] }

/** Steps that can be taken back. */
const mostSteps = 200

/** One number for one row; `undefined` takes the edit of the row back. */
export interface WantedPieces {
  readonly stock: StockId
  readonly now: StockFigures
  readonly wanted: number | undefined
}

/** One step, of however many rows: typing, a paste, a fill. A number that the row has already is no edit. */
export function applyStep(history: EditHistory, wanted: readonly WantedPieces[]): EditHistory {
  const edits = new Map(history.edits)
  for (const { stock, now, wanted: pieces } of wanted) {
    if (pieces === undefined || pieces === now.available) edits.delete(stock)
    // What was seen is what the person sees as they decide, so an edit that is made again is of now.
    else edits.set(stock, { seen: now, wanted: pieces })
  }
  if (isSame(edits, history.edits)) return history
  return { edits, past: [...history.past, history.edits].slice(-mostSteps), future: [] }
}

/** Takes the last step back. */
export function undoStep({ edits, past, future }: EditHistory): EditHistory {
  const before = past.at(-1)
  return before
    ? { edits: before, past: past.slice(0, -1), future: [edits, ...future] }
    : noStep(edits, past, future)
}

/** Makes the step again that was taken back last. */
export function redoStep({ edits, past, future }: EditHistory): EditHistory {
  const [next, ...rest] = future
  return next ? { edits: next, past: [...past, edits], future: rest } : noStep(edits, past, future)
}

const noStep = (
  edits: StockEdits,
  past: readonly StockEdits[],
  future: readonly StockEdits[],
): EditHistory => ({
  edits,
  past,
  future,
})

/** Forgets rows that are at the server now: no step brings an edit of them back. */
export function forgetRows({ edits, past, future }: EditHistory, stocks: ReadonlySet<StockId>): EditHistory {
  const without = (some: StockEdits): StockEdits => new Map([...some].filter(([stock]) => !stocks.has(stock)))
  const left = without(edits)
  const steps = (all: readonly StockEdits[], next: StockEdits) =>
    all.map(without).filter((step, at, kept) => !isSame(step, kept[at + 1] ?? next))
  return { edits: left, past: steps(past, left), future: steps([...future].reverse(), left).reverse() }
}

/**
 * Makes edits again of what was not saved, but where something else is wanted by now. They are no step: to take back or
 * make again what was done since leaves them as they are.
 */
export function giveBack({ edits, past, future }: EditHistory, notSaved: StockEdits): EditHistory {
  const withThem = (some: StockEdits): StockEdits => new Map([...notSaved, ...some])
  return { edits: withThem(edits), past: past.map(withThem), future: future.map(withThem) }
}

function isSame(some: StockEdits, others: StockEdits): boolean {
  if (some.size !== others.size) return false
  return [...some].every(([stock, edit]) => {
    const other = others.get(stock)
    return other === edit || (other?.wanted === edit.wanted && other.seen === edit.seen)
  })
}
