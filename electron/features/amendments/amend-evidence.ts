import { type Amendment, isSameValue } from '@shared/features/amendments'
import type { Evidence } from '../../journal/definition'
import { hasJumped } from '../orders'
import type { AmendedOrder } from './amended-snapshot'

/** What was read at the three moments that matter. */
export interface AmendReadings {
  /** Just before the request left. */
  readonly before: AmendedOrder
  /** When the supplier had taken it; absent while it has not. */
  readonly accepted: AmendedOrder | undefined
  readonly now: AmendedOrder
}

/**
 * Values that were there before prove nothing: a look-up needs every field as wanted, in a newer version. To the answer
 * to the very request a newer version is enough; what the server made of a field is then a difference to be told. A
 * booking that is being processed is with its supplier, who may take it as wanted or give it back as it was.
 */
export function amendEvidence(
  amendment: Amendment,
  { before, accepted, now }: AmendReadings,
  isAnswer: boolean,
): Evidence {
  const met = metWishes(amendment, before, now)
  const isNewer = isNewerThan(before, now)
  const isAsWanted = met.every(Boolean)
  const isProcessing = isNewer && now.obstacles.some(({ obstacle }) => obstacle === 'PROCESSING')
  const isBack = accepted !== undefined && isNewerThan(accepted, now) && !met.some(Boolean)
  const happened = isAnswer ? isNewer || isAsWanted : isNewer && isAsWanted
  const verdict = isProcessing ? 'at-supplier' : happened ? 'happened' : isBack ? 'declined' : 'absent'
  return { verdict, othersChanged: verdict !== 'absent' && hasJumped(accepted ?? before, now) }
}

/** Of everything that was wanted, whether it stands. */
function metWishes(
  { fields, note, bookingNotes = [], added = [], removed = [] }: Amendment,
  before: AmendedOrder,
  now: AmendedOrder,
): boolean[] {
  return [
    ...fields.map(({ wanted }, at) => isSameValue(now.values[at] ?? null, wanted)),
    ...(note ? [now.notes > before.notes] : []),
    ...bookingNotes.map((_, at) => (now.bookingNotes[at] ?? 0) > (before.bookingNotes[at] ?? 0)),
    ...added.map((_, at) => (now.added[at] ?? 0) > (before.added[at] ?? 0)),
    ...removed.map((_, at) => (now.removed[at]?.alike ?? 0) < (before.removed[at]?.alike ?? 0)),
  ]
}

const isNewerThan = (than: AmendedOrder, reading: AmendedOrder): boolean =>
  than.orderVersion !== null && reading.orderVersion !== null && reading.orderVersion > than.orderVersion
