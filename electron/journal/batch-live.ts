import type { BatchReason } from '@shared/features/batches'
import type { OperationId } from '@shared/kernel/ids'
import type { BatchRecord } from './batch'
import { Rate } from './batch-pace'
import { Trouble } from './batch-trouble'
import type { BatchStep } from './batch-work'

/** A batch that is running, in memory. */
export interface LiveBatch {
  readonly record: BatchRecord
  /** What waits for its turn, in order. */
  readonly queue: OperationId[]
  /** What was admitted and is not through: queued, or being sent. */
  readonly admitted: Set<OperationId>
  /** Key of the order that each is about. */
  readonly orders: ReadonlyMap<OperationId, string>
  readonly rate: Rate
  /** Milliseconds since 1970 UTC: nothing is begun before. */
  readonly notBefore: number
  readonly limitedUntil: number
  /** When something last happened to it. */
  readonly activeAt: number
  /** Notes how one of its steps stands; answers why the batch should not go on, if so. */
  note(step: BatchStep, now: number): BatchReason | undefined
}

type Keyed = { readonly id: OperationId; readonly order: string }

/**
 * @param waiting its queued steps, each with the key of its order
 * @param underWay what was begun before it was paused and has not come to an end
 */
export function liveBatch(
  record: BatchRecord,
  { waiting, underWay }: { readonly waiting: readonly Keyed[]; readonly underWay: readonly Keyed[] },
  now: number,
): LiveBatch {
  const admitted = new Set<OperationId>(underWay.map(({ id }) => id))
  const rate = new Rate(now)
  const trouble = new Trouble()
  let limitedUntil = 0
  let activeAt = now
  return {
    record,
    queue: waiting.map(({ id }) => id),
    admitted,
    orders: new Map([...waiting, ...underWay].map(({ id, order }) => [id, order])),
    rate,
    get notBefore() {
      return Math.max(record.startsAt, limitedUntil)
    },
    get limitedUntil() {
      return limitedUntil
    },
    get activeAt() {
      return activeAt
    },
    note: (step, at) => {
      activeAt = at
      const { id, state, dueAt = 0, error } = step
      // One was told to come later: so would the others be.
      if (state === 'queued' && error?.code === 'RATE_LIMITED') limitedUntil = Math.max(limitedUntil, dueAt)
      if (state === 'queued' || state === 'sending') return undefined
      if (admitted.delete(id)) rate.note(at)
      return trouble.note(step)
    },
  }
}
