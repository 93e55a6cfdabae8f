import { type RefundAct, seenPaymentSchema } from '@shared/features/refunds'
import { type AppError, appError } from '@shared/kernel/app-error'
import { parseAmount } from '@shared/kernel/money'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState, type OrderFingerprint } from '../orders'
import { refundEvidence } from './evidence'
import { type PaymentSnapshot, paymentSnapshotSchema, recordOfAnswer, takeSnapshot } from './payment-snapshot'

export const refundPaymentKind = 'refund-payment'
export const cancelPaymentKind = 'cancel-payment'

/** What each kind does to a payment. */
const actsOf = {
  [refundPaymentKind]: ['refund', 'release'],
  [cancelPaymentKind]: ['stop'],
} as const satisfies Readonly<Record<string, readonly RefundAct[]>>
export type ReturnKind = keyof typeof actsOf

/** What the person asked for, as the journal keeps it. */
export const refundIntentSchema = z.object({
  payment: z.string(),
  reason: z.string(),
  seen: seenPaymentSchema,
})
export type RefundIntent = z.infer<typeof refundIntentSchema>

/** One unsettled refund per payment. */
export const refundClaims = (payment: string): string[] => [`payment:${payment}`]

export type RefundError = AppError<
  'ORDER_CHANGED' | 'NOTHING_TO_REFUND' | 'SETTLED_OUTSIDE' | 'AMOUNT_UNCLEAR'
>

/**
 * How the journal gives a payment back, or stops one that is under way. A repeated request could give back what was captured meanwhile, so it is never
 * resent; the records of the order prove what happened.
 */
export function returnDefinition(api: DistributorApi, kind: ReturnKind): BoundDefinition {
  return bindDefinition({
    kind,
    intent: refundIntentSchema,
    snapshot: paymentSnapshotSchema,
    provable: true,
    safeToResend: false,
    reversal: undefined,
    read: async ({ profile, order, intent }) => {
      const document = await api.for(profile).orders.get(order, { fresh: true })
      return document.ok ? ok(takeSnapshot(document.value.value.data.order, intent.payment)) : document
    },
    check: ({ intent }, now, earlier) =>
      checkReturnable(kind, intent, now, expectedState(intent.seen, earlier)),
    send: async ({ id, profile, intent, before }) => {
      const { payment, reason } = intent
      const target = { by: 'payment_id', id: payment } as const
      const answer = await api.for(profile).payments.refund(target, { operationId: id, reason })
      if (!answer.ok) return answer
      const { value, requestId } = answer.value
      return ok({ now: withAnswer(before, value.data.payment), requestId })
    },
    evidence: ({ intent, before }, now) => refundEvidence(intent.payment, before, now),
  })
}

/** Whether it may be done now: there is as much left of the payment as the person saw, on the order they saw. */
export function checkReturnable(
  kind: ReturnKind,
  { seen }: RefundIntent,
  now: PaymentSnapshot,
  expected: OrderFingerprint,
): Result<void, RefundError> {
  const moved = checkUnmoved(expected, now)
  if (!moved.ok) return moved
  if (now.obstacle !== null) return err(obstacleError(now.obstacle))
  if (now.act !== null && !actsOf[kind].some((act) => act === now.act)) return err(wrongAct(now.act))
  const [wanted, left] = [parseAmount(seen.remaining), parseAmount(now.remaining)]
  if (wanted && left?.eq(wanted) && now.currency === seen.currency) return ok(undefined)
  const params = {
    seenRemaining: seen.remaining,
    ...(now.remaining === null ? {} : { nowRemaining: now.remaining }),
  }
  return err(appError('ORDER_CHANGED', 'what is left of the payment is not what was seen', { params }))
}

/** What was under way was taken meanwhile, or the other way round. */
const wrongAct = (act: RefundAct): RefundError =>
  appError('NOTHING_TO_REFUND', `the payment is not in that state: ${act}`, {
    params: { obstacle: act === 'stop' ? 'UNDER_WAY' : 'TAKEN' },
  })

function obstacleError(obstacle: NonNullable<PaymentSnapshot['obstacle']>): RefundError {
  const params = { obstacle }
  switch (obstacle) {
    case 'SETTLED_OUTSIDE':
      return appError('SETTLED_OUTSIDE', 'the money of the order did not go through Prio', { params })
    case 'UNCLEAR':
      return appError('AMOUNT_UNCLEAR', 'the records do not say what is left of the payment', { params })
    default:
      return appError('NOTHING_TO_REFUND', `nothing of the payment can be given back: ${obstacle}`, {
        params,
      })
  }
}

/** The order as it was read just before, with the record that the server answered. */
function withAnswer(before: PaymentSnapshot, record: unknown): PaymentSnapshot {
  const answered = recordOfAnswer(record)
  const rest = before.records.filter(({ id }) => !answered.some((own) => own.id === id))
  return { ...before, records: [...answered, ...rest] }
}
