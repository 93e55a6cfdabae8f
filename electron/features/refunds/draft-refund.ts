import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import type { Draft } from '../../journal/engine'
import { takeSnapshot } from './payment-snapshot'
import {
  checkReturnable,
  type RefundError,
  type RefundIntent,
  type ReturnKind,
  refundClaims,
} from './refund-payment-definition'

/** Which payment somebody wants to give back, and what they saw of it. */
export interface RefundRequest extends RefundIntent {
  readonly profile: ProfileId
  readonly order: OrderReference
  /** Whether it is given back, or stopped while it is under way. */
  readonly kind: ReturnKind
}

/**
 * What is to be recorded of a refund, or of a stop: of the order that was just read as much must be left of the payment as was seen.
 * Nothing is sent, read or recorded here.
 * @param readAt when the reading was begun, in milliseconds since 1970 UTC
 */
export function draftRefund(
  read: unknown,
  { profile, order, kind, payment, reason, seen }: RefundRequest,
  readAt: number,
): Result<Draft, RefundError> {
  const before = takeSnapshot(read, payment)
  const intent: RefundIntent = { payment, reason, seen }
  const possible = checkReturnable(kind, intent, before, seen)
  if (!possible.ok) return possible
  const claims = refundClaims(payment)
  return ok({ profile, kind, order, claims, intent, before, readAt })
}
