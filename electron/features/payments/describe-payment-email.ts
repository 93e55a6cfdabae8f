import type { OperationEffect, OperationTarget } from '@shared/features/operations'
import type { Entry } from '../../journal'
import { savedEffect } from '../orders'
import { emailSnapshotSchema } from './email-snapshot'
import { paymentEmailIntentSchema } from './send-payment-email-definition'

/** What a payment e-mail was to do and did, for the Operations screen. What was purged is left out. */
export interface PaymentEmailDescription {
  readonly target?: OperationTarget
  readonly recipient?: string
  readonly effect: OperationEffect
}

export function describePaymentEmail(entry: Entry): PaymentEmailDescription {
  const intent = paymentEmailIntentSchema.safeParse(entry.intent).data
  const before = emailSnapshotSchema.safeParse(entry.before).data
  const after = emailSnapshotSchema.safeParse(entry.after).data
  return {
    ...(intent ? { target: { level: 'order' }, recipient: intent.recipient } : {}),
    effect: savedEffect(before, after),
  }
}
