import type { Batch, LineState } from '@shared/features/batches'

/** How lines are counted for people: what is through, what went wrong, what nobody knows yet, what is to come. */
export const groups = {
  done: ['done'],
  failed: ['failed', 'partly-done'],
  unknown: ['unknown', 'needs-review'],
  supplier: ['at-supplier'],
  left: ['queued', 'sending'],
  withdrawn: ['withdrawn'],
  'not-sent': ['not-sent'],
} as const satisfies Readonly<Record<string, readonly LineState[]>>
export type LineGroup = keyof typeof groups
export const lineGroups = Object.keys(groups) as LineGroup[]

/** Lines of a batch by group. */
export function progressOf({ counts }: Pick<Batch, 'counts'>): Readonly<Record<LineGroup, number>> {
  const sum = (states: readonly LineState[]) =>
    states.reduce((total, state) => total + (counts[state] ?? 0), 0)
  return {
    done: sum(groups.done),
    failed: sum(groups.failed),
    unknown: sum(groups.unknown),
    supplier: sum(groups.supplier),
    left: sum(groups.left),
    withdrawn: sum(groups.withdrawn),
    'not-sent': sum(groups['not-sent']),
  }
}

/** Share of the lines that were to be sent for which nothing more is sent, in percent, whole. */
export function percentThrough(batch: Pick<Batch, 'counts'>): number {
  const { done, failed, unknown, supplier, withdrawn, left } = progressOf(batch)
  const settled = done + failed + unknown + supplier + withdrawn
  return settled + left === 0 ? 100 : Math.floor((100 * settled) / (settled + left))
}

/** Nothing of it goes on by itself any more. */
export const hasEnded = ({ state }: Pick<Batch, 'state'>): boolean =>
  state === 'finished' || state === 'stopped'

/** It waits for a person to say whether it goes on. */
export const isAsking = ({ state, why }: Pick<Batch, 'state' | 'why'>): boolean =>
  state === 'paused' && why !== 'by-hand'
