import { openEnd } from './plan-windows'
import type { SyncSettings } from './settings'
import type { SyncState } from './sync-state'

/**
 * Questions for what changed.
 *
 * `order_modified` alone may mean the last three months (rules.md #152), so it comes with a span of creation over all that
 * is held. It counts new orders as well.
 *
 * - A question is for what changed since the server gave the **first** page of the one before, by the server's clock, less
 *   an overlap. What changes while pages are walked is asked for again by the next one, wherever it stands in the list.
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
  const { quiet, through = state.heldFrom, changesFrom = state.heldFrom } = state
  const latest = Math.max(now, through)
  const increment =
    quiet && quiet.span.to > latest
      ? { modifiedSince: quiet.modifiedSince, ifModifiedSince: quiet.lastModified, spans: [quiet.span] }
      : {
          modifiedSince: through - overlapMs,
          spans: [{ from: Math.min(changesFrom, state.heldFrom), to: openEnd(latest), at: 1 }],
        }
  return { ...state, increment: { ...increment, isBegun: false } }
}

/** Nothing changed since the question was last answered, says the server, and when. */
export function unchangedAt(state: SyncState, date: number | undefined): SyncState {
  const { increment: _, ...rest } = state
  return { ...rest, ...throughAt(state, date) }
}

/** Through never goes back: what was asked for stays asked for. */
export const throughAt = ({ through }: SyncState, date: number | undefined): { through?: number } => {
  const latest = Math.max(through ?? -Infinity, date ?? -Infinity)
  return Number.isFinite(latest) ? { through: latest } : {}
}
