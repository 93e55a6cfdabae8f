import { openEnd } from './plan-windows'
import type { SyncSettings } from './settings'
import type { SyncState } from './sync-state'

/** Orders made so long before those that are held are asked after as well, in milliseconds. */
const unsettledFor = 2 * 366 * 86_400_000

/**
 * The creation from which on changes are asked for. The API cannot be asked for what is unsettled: an older order that is
 * comes in when it changes. One that is settled comes in as well, and goes with the next purge. It never moves on, because
 * what came in may change again.
 */
export const changesFrom = ({ heldFrom, changesFrom = heldFrom }: SyncState): number =>
  Math.min(changesFrom, heldFrom - unsettledFor)

/**
 * Questions for what changed.
 *
 * `order_modified` alone may mean the last three months (rules.md #152), so it comes with a span of creation over all that
 * is held, and more. It counts new orders as well. However long the span, an answer holds only what changed.
 *
 * - A question is for what changed since the server gave the **first** page of the one before, by the server's clock, less
 *   an overlap. What changes while pages are walked is asked for again by the next one, wherever it stands in the list.
 * - The server's clock is believed as far as the desk's has moved on since it was last asked, and a little more: one answer
 *   dated too late, of a single machine or something in between, would have all changes until then passed over. Where it is
 *   earlier than before, more is asked for again.
 * - The overlap also covers what the vendor's cache showed as it was before: asked again a minute later it is right, and
 *   taking an order twice changes nothing.
 * - `If-Modified-Since` (rules.md #40) would undo that: "nothing changed" is said of the server's data, not of what a stale
 *   answer made us keep. So an answer is built upon only if it came longer after the last change than the overlap. Then,
 *   and as long as that very question is asked again, a 304 proves that all is as it was. It costs nothing to forgo: where
 *   something changes all the time there is no 304 to be had.
 */
export function beginIncrement(
  state: SyncState,
  now: number,
  { overlapMs }: Pick<SyncSettings, 'overlapMs'>,
): SyncState {
  const { quiet, through = state.heldFrom } = state
  const from = changesFrom(state)
  const latest = Math.max(now, through)
  const increment =
    quiet && quiet.span.to > latest && quiet.span.from <= from
      ? { modifiedSince: quiet.modifiedSince, ifModifiedSince: quiet.lastModified, spans: [quiet.span] }
      : {
          modifiedSince: through - overlapMs,
          spans: [{ from, to: openEnd(latest), at: 1 }],
        }
  return { ...state, increment: { ...increment, isBegun: false } }
}

/** Nothing changed since the question was last answered, says the server, and when. */
export function unchangedAt(state: SyncState, date: number | undefined, limits: ClockLimits): SyncState {
  const { increment: _, ...rest } = state
  return { ...rest, ...reached(state, { date }, limits) }
}

export interface ClockLimits extends Pick<SyncSettings, 'skewMs'> {
  /** By the desk's clock. */
  readonly now: number
}

/**
 * Up to when an answer of now says everything. Without a date of the server that is its newest change, as the server's
 * clock was there by then.
 */
export function reached(
  { through, throughAt }: SyncState,
  { date, modified }: { readonly date?: number | undefined; readonly modified?: number | undefined },
  { now, skewMs }: ClockLimits,
): Pick<SyncState, 'through' | 'throughAt'> {
  const told = date ?? Math.max(through ?? -Infinity, modified ?? -Infinity)
  const isKnown = through !== undefined && throughAt !== undefined
  const latest = isKnown ? through + Math.max(0, now - throughAt) + skewMs : Infinity
  const reach = Math.min(told, latest)
  return Number.isFinite(reach) ? { through: reach, throughAt: now } : {}
}
