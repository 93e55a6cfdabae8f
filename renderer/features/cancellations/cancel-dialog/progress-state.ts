import { isSettled, type Operation } from '@shared/features/operations'

/** Where a cancellation stands as a whole. */
export type Progress =
  /** A request is on its way, or the next one leaves by itself. */
  | 'running'
  /** For a supplier, a look-up or a moment: it may take long and needs nobody to watch. */
  | 'waiting'
  /** A person has to decide something in Operations. */
  | 'review'
  | 'done'
  /** Settled, and some of it was not carried out. */
  | 'partly'
  /** Settled, and nothing was carried out. */
  | 'notDone'

type Step = Pick<Operation, 'state' | 'held' | 'dueAt'>

/** @param operations in the order they are sent; `undefined` while one is not read yet */
export function progressOf(operations: readonly (Step | undefined)[]): Progress {
  const known = operations.filter((operation) => operation !== undefined)
  if (known.length < operations.length || known.some(isMoving)) return 'running'
  if (!known.every(({ state }) => isSettled(state))) {
    const isUpToSomebody = known.some(({ state, held }) => state === 'needs-review' || held !== undefined)
    return isUpToSomebody ? 'review' : 'waiting'
  }
  const done = known.filter(({ state }) => state === 'done').length
  return done === known.length ? 'done' : done > 0 ? 'partly' : 'notDone'
}

/** What is queued behind an open outcome stays where it is until that is settled (rules.md #25: up to an hour). */
function isMoving({ state, held, dueAt }: Step, index: number, all: readonly Step[]): boolean {
  if (state === 'sending') return true
  if (state !== 'queued' || held !== undefined || dueAt !== undefined) return false
  return !all.slice(0, index).some((earlier) => isStuck(earlier))
}

const isStuck = ({ state, held, dueAt }: Step): boolean =>
  ['unknown', 'needs-review', 'at-supplier'].includes(state) ||
  (state === 'queued' && (held !== undefined || dueAt !== undefined))
