import type { AppError } from '@shared/kernel/app-error'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import type { Draft } from '../../journal/engine'
import { type EmailSnapshot, takeEmailSnapshot } from './email-snapshot'
import {
  checkMailable,
  type PaymentEmailIntent,
  paymentEmailClaims,
  sendPaymentEmailKind,
} from './send-payment-email-definition'

/** Who is to be asked to pay, and what was seen of the order. */
export interface PaymentEmailRequest extends PaymentEmailIntent {
  readonly profile: ProfileId
  readonly order: OrderReference
}

/**
 * What is to be recorded of a payment e-mail: the order that was just read must be as it was seen, and the mail go to
 * whom was confirmed. Nothing is sent, read or recorded here.
 * @param readAt when the reading was begun, in milliseconds since 1970 UTC
 */
export function draftPaymentEmail(
  read: unknown,
  { profile, order, recipient, seen }: PaymentEmailRequest,
  readAt: number,
): Result<Draft, AppError<'ORDER_CHANGED' | NonNullable<EmailSnapshot['obstacle']>>> {
  const before = takeEmailSnapshot(read)
  const intent: PaymentEmailIntent = { recipient, seen }
  const mailable = checkMailable(intent, before, seen)
  if (!mailable.ok) return mailable
  const claims = paymentEmailClaims
  return ok({ profile, kind: sendPaymentEmailKind, order, claims, intent, before, readAt })
}
