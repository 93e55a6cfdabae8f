import type { CancellableOrder, CancellationTarget } from '@shared/features/cancellations'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Draft } from '../../journal/engine'
import { checkUnmoved } from '../orders'
import { type CancelIntent, cancelOrderKind, notCancellable } from './cancel-order-definition'
import { claimsOf } from './claims'
import { takeSnapshot } from './order-snapshot'

/** What somebody wants to cancel, and what they saw of the order. */
export interface CancellationRequest
  extends Pick<CancelIntent, 'refundToGuest' | 'override' | 'reason' | 'seen' | 'forecast'> {
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly targets: readonly CancellationTarget[]
}

/**
 * What is to be recorded of a cancellation, one draft for each target, in their order: the order that was just read must
 * be as it was seen, and every target there, cancellable and in no other. Nothing is sent, read or recorded here.
 * @param readAt when the reading was begun, in milliseconds since 1970 UTC
 */
export function draftCancellation(
  { profile, order, targets, refundToGuest, override, reason, seen, forecast }: CancellationRequest,
  read: CancellableOrder,
  readAt: number,
): Result<Draft[], AppError<'ORDER_CHANGED' | 'NOT_CANCELLABLE'>> {
  const drafts: Draft[] = []
  const claimed = new Set<string>()
  for (const [index, target] of targets.entries()) {
    const before = takeSnapshot(read, target, readAt)
    const unmoved = checkUnmoved(seen, before)
    if (!unmoved.ok) return unmoved
    if (before.obstacle !== null) return err(notCancellable(before.obstacle))
    const claims = claimsOf(read, target)
    if (claims.length === 0 || claims.some((claim) => claimed.has(claim))) return err(overlap(index, target))
    for (const claim of claims) claimed.add(claim)
    const choices = { refundToGuest, reason, ...(override ? { override } : {}) }
    const intent: CancelIntent = { target, ...choices, seen, ...(forecast ? { forecast } : {}) }
    drafts.push({ profile, kind: cancelOrderKind, order, claims, intent, before, readAt })
  }
  return ok(drafts)
}

const overlap = (index: number, { level }: CancellationTarget): AppError<never> =>
  appError('INVALID_INPUT', `a ${level} is named twice`, {
    fields: { [`targets.${index}`]: 'is part of another target' },
  })
