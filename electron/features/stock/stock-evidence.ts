import { hasStockMoved, type StockFigures } from '@shared/features/stock'
import type { Evidence } from '../../journal/definition'

/**
 * It happened once the row has the number that was wanted, or once its total has become what that number makes of it: from
 * then on pieces are held and sold again, which moves what is available and leaves the total. The answer to the very
 * request counts as soon as the row shows it or has changed at all; whatever it shows otherwise is told.
 */
export function stockEvidence(
  wanted: number,
  before: StockFigures,
  now: StockFigures,
  isAnswer: boolean,
): Evidence {
  const isThere = now.available === wanted && (isAnswer || before.available !== wanted)
  const wasSoldFrom = !isThere && totalBecame(wanted, before, now)
  const isOtherwise = isAnswer && !isThere && !wasSoldFrom && hasStockMoved(before, now)
  return {
    verdict: isThere || wasSoldFrom || isOtherwise ? 'happened' : 'absent',
    othersChanged: !isThere || now.reserved !== before.reserved || now.booked !== before.booked,
  }
}

/** Only somebody setting it moves the total, and by this much only this. */
function totalBecame(wanted: number, before: StockFigures, now: StockFigures): boolean {
  if (before.reserved === null || before.booked === null || now.total === null) return false
  return now.total !== before.total && now.total === wanted + before.reserved + before.booked
}
