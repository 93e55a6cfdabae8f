import { beginIncrement, changesFrom } from './increment'
import { heldFrom, planWindows } from './plan-windows'
import type { SyncSettings } from './settings'
import { type Span, second } from './span'
import type { Survey } from './survey'
import type { SyncState } from './sync-state'

/** What the sync does next. */
export type Task =
  | { readonly kind: 'survey' }
  | {
      readonly kind: 'fill' | 'increment'
      readonly span: Span
      /** Only what changed since, milliseconds since 1970 UTC. */
      readonly modifiedSince?: number
      /** Only if anything changed since (rules.md #40). */
      readonly ifModifiedSince?: string | undefined
    }

/**
 * The task to begin now, if there is one. Changes go before older orders: what people look at is to be right while a long
 * fill is under way.
 * @param taken spans that are being read
 * @param isDue it is time to ask for changes
 * @returns the state may be another one, as a question for changes was begun
 */
export function nextTask(
  state: SyncState | undefined,
  taken: ReadonlySet<Span>,
  isDue: boolean,
  now: number,
  settings: SyncSettings,
): { task?: Task; state: SyncState | undefined } {
  if (state === undefined) return { task: { kind: 'survey' }, state }
  const begun = isDue && !state.increment ? beginIncrement(state, now, settings) : state
  const { increment, fill } = begun
  const change = increment?.spans.find((span) => !taken.has(span))
  if (increment && change) {
    const { modifiedSince, ifModifiedSince } = increment
    return { task: { kind: 'increment', span: change, modifiedSince, ifModifiedSince }, state: begun }
  }
  const older = fill?.spans.find((span) => !taken.has(span))
  return older ? { task: { kind: 'fill', span: older }, state: begun } : { state: begun }
}

/**
 * A first fill whose windows were counted. What changes from the first count on is asked for as such.
 * @param now by the desk's clock
 */
export function fillBegun({ spans, orders, date }: Survey, now: number): SyncState {
  const from = Math.min(...spans.map((span) => span.from))
  return {
    version: 1,
    heldFrom: from,
    ...(date === undefined ? {} : { through: date, throughAt: now }),
    fill: { of: orders, isMore: false, spans: [...spans] },
  }
}

/** A state as it was saved, with more to be read if orders are now held for longer than they were. */
export function takenUp(state: SyncState, now: number, settings: SyncSettings): SyncState {
  const older = windowsBefore(state, now, settings)
  if (older.length === 0) return state
  const { quiet: _, fill, ...rest } = state
  const spans = [...(fill?.spans ?? []), ...older]
  const from = heldFrom(now, settings)
  return { ...rest, heldFrom: from, fill: { of: undefined, isMore: fill?.isMore ?? true, spans } }
}

/** What is still to be read of the orders that were made before those that are held, newest first. */
export const windowsBefore = (state: SyncState, now: number, settings: SyncSettings): Span[] =>
  planWindows(now, settings)
    .filter((span) => span.from < state.heldFrom)
    .map((span) => ({ ...span, to: Math.min(span.to, state.heldFrom + second) }))

/**
 * A state that no longer says of orders made before a moment that they are held, as they are going to be removed. Those
 * of them that stay, because something about them is open, are asked after as before.
 */
export function letGo(state: SyncState, before: number): SyncState {
  const from = Math.ceil(before / second) * second
  if (from <= state.heldFrom) return state
  const { fill, ...rest } = state
  const kept = { ...rest, heldFrom: from, changesFrom: changesFrom(state) }
  const spans = (fill?.spans ?? [])
    .filter((span) => span.to > from)
    .map((span) => ({ ...span, from: Math.max(span.from, from) }))
  return fill && spans.length > 0 ? { ...kept, fill: { ...fill, spans } } : kept
}
