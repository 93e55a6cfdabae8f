import { seenOrderSchema } from '@shared/features/cancellations'
import { orderCurrency } from '@shared/features/orders'
import { pendingVouchers, releaseObstacle, releaseObstacles } from '@shared/features/vouchers'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { countOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState, hasJumped, type OrderFingerprint } from '../orders'

export const releaseVoucherKind = 'release-voucher'

/** What the person asked for, as the journal keeps it. */
export const releaseIntentSchema = z.object({
  booking: z.string().optional(),
  reason: z.string(),
  seen: seenOrderSchema,
})
export type ReleaseIntent = z.infer<typeof releaseIntentSchema>

const text = z.string().nullable()

/** What the journal keeps of an order around the release of its vouchers. */
export const releaseSnapshotSchema = z.object({
  orderVersion: z.number().int().nullable(),
  orderStatus: text,
  /** `order_pricing.price_total` as received. */
  priceTotal: text,
  currency: text,
  /** Bookings whose voucher is not released. */
  pending: z.array(z.string()),
  obstacle: z.enum(releaseObstacles).nullable(),
})
export type ReleaseSnapshot = z.infer<typeof releaseSnapshotSchema>

export function takeReleaseSnapshot(order: unknown, booking: string | undefined): ReleaseSnapshot {
  const { order_version, order_status, order_pricing } = fieldsOf(order)
  const currency = orderCurrency(order)
  return {
    orderVersion: countOf(order_version) ?? null,
    orderStatus: textOf(order_status) ?? null,
    priceTotal: textOf(fieldsOf(order_pricing).price_total) ?? null,
    currency: currency.kind === 'one' ? currency.code : null,
    pending: [...pendingVouchers(order, booking)],
    obstacle: releaseObstacle(order, booking) ?? null,
  }
}

/** One unsettled release per order: that of all lays hold of each. */
export const releaseClaims = ['vouchers']

/**
 * How the journal forces the release of vouchers. The order says afterwards what is released; a voucher that somebody
 * else released in the meantime looks the same, and is what was asked for. A repeated request changes nothing more.
 */
export function releaseVoucherDefinition(api: DistributorApi): BoundDefinition {
  const read: Parameters<typeof bindDefinition<ReleaseIntent, ReleaseSnapshot>>[0]['read'] = async ({
    profile,
    order,
    intent,
  }) => {
    const document = await api.for(profile).orders.get(order, { fresh: true })
    return document.ok ? ok(takeReleaseSnapshot(document.value.value.data.order, intent.booking)) : document
  }
  return bindDefinition({
    kind: releaseVoucherKind,
    intent: releaseIntentSchema,
    snapshot: releaseSnapshotSchema,
    safeToResend: true,
    reversal: undefined,
    read,
    check: ({ intent }, now, earlier) => checkReleasable(now, expectedState(intent.seen, earlier)),
    send: async ({ id, profile, order, intent, before }) => {
      const part = intent.booking === undefined ? {} : { bookingReference: intent.booking }
      const answer = await api.for(profile).vouchers.release(order, part, { operationId: id })
      // The answer is the address of the voucher: it could not be had before.
      return answer.ok ? ok({ now: { ...before, pending: [] }, requestId: answer.value.requestId }) : answer
    },
    evidence: ({ before }, now) => ({
      verdict: before.pending.some((reference) => now.pending.includes(reference)) ? 'absent' : 'happened',
      othersChanged: hasJumped(before, now),
    }),
  })
}

/** Whether it may be forced now: the order is as expected, and something of it is pending. */
export function checkReleasable(
  now: ReleaseSnapshot,
  expected: OrderFingerprint,
): Result<void, AppError<'ORDER_CHANGED' | NonNullable<ReleaseSnapshot['obstacle']>>> {
  const unmoved = checkUnmoved(expected, now)
  if (!unmoved.ok) return unmoved
  return now.obstacle === null
    ? ok(undefined)
    : err(appError(now.obstacle, `no voucher is released: ${now.obstacle}`))
}
