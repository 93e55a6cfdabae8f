import { seenOrderSchema } from '@shared/features/cancellations'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState, type OrderFingerprint } from '../orders'
import { type EmailSnapshot, emailSnapshotSchema, takeEmailSnapshot } from './email-snapshot'

export const sendPaymentEmailKind = 'send-payment-email'

/** What the person asked for, as the journal keeps it. */
export const paymentEmailIntentSchema = z.object({
  /** Address that the person confirmed. */
  recipient: z.string(),
  seen: seenOrderSchema,
})
export type PaymentEmailIntent = z.infer<typeof paymentEmailIntentSchema>

/** One unsettled payment e-mail per order. */
export const paymentEmailClaims = ['mail:payment']

/**
 * How the journal has the guest asked to pay. A second request is a second e-mail, and no later read can show one, so
 * nothing is resent and an open outcome goes to a person after one look.
 */
export function sendPaymentEmailDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: sendPaymentEmailKind,
    intent: paymentEmailIntentSchema,
    snapshot: emailSnapshotSchema,
    provable: false,
    safeToResend: false,
    reversal: undefined,
    read: async ({ profile, order }) => {
      const document = await api.for(profile).orders.get(order, { fresh: true })
      return document.ok ? ok(takeEmailSnapshot(document.value.value.data.order)) : document
    },
    check: ({ intent }, now, earlier) => checkMailable(intent, now, expectedState(intent.seen, earlier)),
    send: async ({ id, profile, order, before }) => {
      const answer = await api.for(profile).payments.sendEmail(order, { operationId: id })
      return answer.ok ? ok({ now: before, requestId: answer.value.requestId }) : answer
    },
    evidence: ({ entry }) => ({
      // The answer to the very request is the server's word; the order never shows an e-mail.
      verdict: entry.state === 'sending' ? 'happened' : 'absent',
      othersChanged: false,
    }),
  })
}

/** Whether the guest may be asked now: the order is as expected, and the mail goes to whom the person confirmed. */
export function checkMailable(
  { recipient }: Pick<PaymentEmailIntent, 'recipient'>,
  now: EmailSnapshot,
  expected: OrderFingerprint,
): Result<void, AppError<'ORDER_CHANGED' | NonNullable<EmailSnapshot['obstacle']>>> {
  if (now.obstacle !== null) return err(appError(now.obstacle, `no payment e-mail is sent: ${now.obstacle}`))
  if (now.recipient !== recipient) {
    return err(appError('ORDER_CHANGED', 'the e-mail would go to another address than was confirmed'))
  }
  return checkUnmoved(expected, now)
}
