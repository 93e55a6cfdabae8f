import {
  cancellationTargetSchema,
  confirmedForecastSchema,
  seenOrderSchema,
} from '@shared/features/cancellations'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi, OrderDocument } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState } from '../orders'
import { cancellationEvidence } from './evidence'
import { orderSnapshotSchema, takeSnapshot } from './order-snapshot'

export const cancelOrderKind = 'cancel-order'

/** What the person asked for, as the journal keeps it. */
export const cancelIntentSchema = z.object({
  target: cancellationTargetSchema,
  refundToGuest: z.boolean(),
  reason: z.string(),
  seen: seenOrderSchema,
  /** For the whole command: all targets together. */
  forecast: confirmedForecastSchema.optional(),
})
export type CancelIntent = z.infer<typeof cancelIntentSchema>

/**
 * How the journal cancels an order or a part of it. The server takes a repeated cancellation for a conflict, so a
 * second one could do no harm; it is still never resent by itself. Nothing takes a cancellation back.
 */
export function cancelOrderDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: cancelOrderKind,
    intent: cancelIntentSchema,
    snapshot: orderSnapshotSchema,
    safeToResend: true,
    reversal: undefined,
    read: async ({ profile, order, intent }) => {
      const document = await api.for(profile).orders.get(order, { fresh: true })
      return document.ok ? ok(takeSnapshot(orderOf(document.value), intent.target)) : document
    },
    check: ({ intent }, now, earlier) => {
      const moved = checkUnmoved(expectedState(intent.seen, earlier), now)
      if (!moved.ok) return moved
      return now.obstacle === null ? ok(undefined) : err(notCancellable(now.obstacle))
    },
    send: async ({ id, profile, order, intent }) => {
      const { target, refundToGuest, reason } = intent
      const options = { operationId: id, refundToGuest, reason }
      const document = await api.for(profile).orders.cancel(order, target, options)
      if (!document.ok) return document
      const now = takeSnapshot(orderOf(document.value), target)
      return ok({ now, requestId: document.value.requestId })
    },
    evidence: ({ intent, before, entry }, now) => {
      const taken = entry.state === 'at-supplier' ? orderSnapshotSchema.safeParse(entry.after) : undefined
      return cancellationEvidence(intent.target, { before, accepted: taken?.data, now })
    },
  })
}

/** The order of an answer; the client has checked that it holds one. */
export const orderOf = ({ value }: OrderDocument) => value.data.order

export const notCancellable = (obstacle: string): AppError<'NOT_CANCELLABLE'> =>
  appError('NOT_CANCELLABLE', `the order says ${obstacle}`, { params: { obstacle } })
