import type { BoundDefinition } from './definition'
import type { Draft } from './made-events'

export interface UndoDeps {
  readonly definitions: readonly BoundDefinition[]
  /**
   * How long what cannot be taken back waits before it is sent, in milliseconds.
   * @param leastSeconds what it waits at least, whatever a person set
   */
  readonly undoWindow: (leastSeconds: number) => number
}

/** How long an operation waits before it is sent, in milliseconds; what can be taken back afterwards as well does not wait. */
export function undoOf({ definitions, undoWindow }: UndoDeps, { kind, intent }: Draft): number {
  const definition = definitions.find((one) => one.kind === kind)
  const waits = definition?.isIrreversible(intent) ?? true
  return waits ? undoWindow(definition?.leastUndoSeconds ?? 0) : 0
}

/**
 * The window as a person set it, in seconds, and as an operation needs it.
 * @param development takes the place of both
 */
export const undoWindowOf =
  (set: () => number, development?: number): UndoDeps['undoWindow'] =>
  (leastSeconds) =>
    (development ?? Math.max(leastSeconds, set())) * 1000
