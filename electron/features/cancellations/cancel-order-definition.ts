import {
  type CancellableOrder,
  cancellationTargetSchema,
  confirmedForecastSchema,
  seenOrderSchema,
  withOverride,
} from '@shared/features/cancellations'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi, OrderDocument } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState } from '../orders'
import { cancellationEvidence } from './evidence'
import { type OrderSnapshot, orderSnapshotSchema, takeSnapshot } from './order-snapshot'

export const cancelOrderKind = 'cancel-order'

/** What the person asked for, as the journal keeps it. */
export const cancelIntentSchema = z.object({
  target: cancellationTargetSchema,
  refundToGuest: z.boolean(),
  override: z.literal(true).optional(),
  reason: z.string(),
  seen: seenOrderSchema,
  /** For the whole command: all targets together. */
  forecast: confirmedForecastSchema.optional(),
})
export type CancelIntent = z.infer<typeof cancelIntentSchema>

/**
 * How the journal cancels an order or a part of it. The server takes a repeated cancellation for a conflict, so a
 * second one could do no harm; it is still never resent by itself. Nothing takes a cancellation back.
 * @param now milliseconds since 1970 UTC
 */
export function cancelOrderDefinition(api: DistributorApi, now: () => number): BoundDefinition {
  return bindDefinition({
    kind: cancelOrderKind,
    intent: cancelIntentSchema,
    snapshot: orderSnapshotSchema,
    safeToResend: true,
    reversal: undefined,
    read: async ({ profile, order, intent }) => {
      const document = await api.for(profile).orders.get(order, { fresh: true })
      return document.ok ? ok(takeSnapshot(standing(document.value, intent), intent.target, now())) : document
    },
    check: ({ intent, before }, read, earlier) => {
      const moved = checkUnmoved(expectedState(intent.seen, earlier), read)
      if (!moved.ok) return moved
      if (read.obstacle !== null) return err(notCancellable(read.obstacle))
      return checkTerms(before, read)
    },
    send: async ({ id, profile, order, intent }) => {
      const { target, refundToGuest, reason, override } = intent
      const options = { operationId: id, refundToGuest, reason, ...(override ? { force: override } : {}) }
      const document = await api.for(profile).orders.cancel(order, target, options)
      if (!document.ok) return document
      return ok({
        now: takeSnapshot(standing(document.value, intent), target, now()),
        requestId: document.value.requestId,
      })
    },
    evidence: ({ intent, before, entry }, read) => {
      const taken = entry.state === 'at-supplier' ? orderSnapshotSchema.safeParse(entry.after) : undefined
      return cancellationEvidence(intent.target, { before, accepted: taken?.data, now: read })
    },
  })
}

/** `ORDER_CHANGED` when a deadline has passed, or the policies changed: it costs another fee than was confirmed. */
function checkTerms(before: OrderSnapshot, read: OrderSnapshot): Result<void, AppError<'ORDER_CHANGED'>> {
  const changed = before.bookings.some(({ reference, terms }) => {
    const booking = read.bookings.find((other) => other.reference === reference)
    return terms !== undefined && booking?.terms !== terms
  })
  if (!changed) return ok(undefined)
  const params = { reason: 'terms' }
  return err(appError('ORDER_CHANGED', 'cancelling costs another fee than was confirmed', { params }))
}

/** The order of an answer; the client has checked that it holds one. */
const orderOf = ({ value }: OrderDocument) => value.data.order

/** The order of an answer, as it stands for this cancellation. */
export const standing = (
  document: OrderDocument,
  { override }: { override?: true | undefined },
): CancellableOrder => (override ? withOverride(orderOf(document)) : orderOf(document))

export const notCancellable = (obstacle: string): AppError<'NOT_CANCELLABLE'> =>
  appError('NOT_CANCELLABLE', `the order says ${obstacle}`, { params: { obstacle } })
