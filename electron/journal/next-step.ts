import type { Entry } from './entry'
import type { EventOf } from './event'

/** What to do next about the unsettled entries of one order. */
export type Step =
  | { readonly act: 'send' | 'look-up' | 'recover'; readonly entry: Entry }
  | { readonly act: 'hold'; readonly entry: Entry; readonly why: EventOf<'held'>['body']['why'] }
  /** Nothing to do before `until`; without it, before something else happens. */
  | { readonly act: 'wait'; readonly until: number | undefined }

/** What is known about entries beside the journal. */
export interface StepKnowledge {
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** When an entry is to be looked up; `undefined` for never. */
  lookUpAt(entry: Entry): number | undefined
  /** True for what an earlier run of the program left in the queue. */
  isLeftOver(entry: Entry): boolean
}

/** How long after its time an entry is still sent without asking, in milliseconds. */
export const maxWait = 10 * 60_000

/** What belongs to a batch waits for its turn there, and the batch as a whole is what a person is asked about. */
const isAskedSingly = ({ batch }: Entry): boolean => batch === undefined

/**
 * One thing at a time per order. Nothing is sent while the outcome of an earlier one is open: what it left is what
 * the next one expects. A supplier that takes days, or an entry that a person has to look at, holds nobody up. What
 * an earlier run left, or could not be sent for long (an earlier one was open, the machine slept), is held: the
 * person may think otherwise by now.
 * @param entries unsettled entries of one order, oldest first
 */
export function nextStep(entries: readonly Entry[], { now, lookUpAt, isLeftOver }: StepKnowledge): Step {
  const interrupted = entries.find(({ state }) => state === 'sending')
  if (interrupted) return { act: 'recover', entry: interrupted }

  const queued = entries.filter(({ state, held }) => state === 'queued' && held === undefined)
  const leftOver = queued.find((entry) => isAskedSingly(entry) && isLeftOver(entry))
  if (leftOver) return { act: 'hold', entry: leftOver, why: 'restart' }

  const dues = entries.flatMap((entry) => {
    const at = lookUpAt(entry)
    return at === undefined ? [] : [{ entry, at }]
  })
  const due = dues.find(({ at }) => at <= now)
  if (due) return { act: 'look-up', entry: due.entry }

  const times = dues.map(({ at }) => at)
  const [next] = queued
  if (next && !entries.some(({ state }) => state === 'unknown')) {
    const dueAt = Math.max(next.updatedAt, next.dueAt ?? 0)
    if (dueAt > now) times.push(dueAt)
    else if (now - dueAt > maxWait && isAskedSingly(next))
      return { act: 'hold', entry: next, why: 'waited-long' }
    else return { act: 'send', entry: next }
  }
  return { act: 'wait', until: times.length > 0 ? Math.min(...times) : undefined }
}
