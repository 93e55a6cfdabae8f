import type { StockRow } from '@shared/features/stock'
import type { StockId } from '@shared/kernel/ids'
import type { StockEdit, WantedPieces } from './edits'

/** The number of the first of these rows for all below it; closed rows stay as they are. */
export function fillDown(
  [first, ...below]: readonly StockRow[],
  editOf: (stock: StockId) => StockEdit | undefined,
): WantedPieces[] {
  const pieces = first && (editOf(first.id)?.wanted ?? first.available)
  if (pieces === undefined || pieces === null || pieces < 0) return []
  return below.flatMap((row) => (row.active === false ? [] : [{ stock: row.id, now: row, wanted: pieces }]))
}
