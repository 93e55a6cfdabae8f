import {
  amountProblem,
  compareWithDue,
  type ReceivedPayment,
  receivedPaymentSchema,
  seenDueSchema,
} from '@shared/features/payments'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { parseAmount } from '@shared/kernel/money'
import { err, ok, type Result } from '@shared/kernel/result'
import { entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { DistributorApi, ManualPayment } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState, hasJumped, type OrderFingerprint } from '../orders'
import { type DueSnapshot, dueSnapshotSchema, takeDueSnapshot } from './due-snapshot'

export const recordPaymentKind = 'record-payment'

/** What the person asked for, as the journal keeps it. */
export const recordPaymentIntentSchema = z.object({
  received: receivedPaymentSchema,
  moreThanDue: z.literal(true).optional(),
  seen: seenDueSchema,
})
export type RecordPaymentIntent = z.infer<typeof recordPaymentIntentSchema>

/** One unsettled recording per order: two could be the same money. */
export const recordPaymentClaims = ['record-payment']

/**
 * How the journal records money that was received outside Prio. The entry's id is the merchant reference of the payment,
 * so whether it was recorded can always be found out; a second request would record it twice, so none is made.
 */
export function recordPaymentDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: recordPaymentKind,
    intent: recordPaymentIntentSchema,
    snapshot: dueSnapshotSchema,
    safeToResend: false,
    reversal: undefined,
    read: ({ id, profile, order, entry }) =>
      readDue(api, { id, profile, order, sent: entry.attempts.length > 0 }),
    check: ({ intent }, now, earlier) => checkRecordable(intent, now, expectedState(intent.seen, earlier)),
    send: async ({ id, profile, order, intent, before }) => {
      const answer = await api
        .for(profile)
        .payments.record(order, manualPayment(id, intent.received), { operationId: id })
      if (!answer.ok) return answer
      const details = fieldsOf(answer.value.value.data.payment).payment_details
      const { recorded } = takeDueSnapshot({}, id, [details])
      return ok({ now: { ...before, recorded }, requestId: answer.value.requestId })
    },
    evidence: ({ before }, now) => ({
      verdict: now.recorded === null ? 'absent' : 'happened',
      othersChanged: hasJumped(before, now),
    }),
  })
}

interface Place {
  readonly id: OperationId
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly sent: boolean
}

/** Reads the order, and once something was sent also asks for the payment by our reference. */
async function readDue(
  api: DistributorApi,
  { id, profile, order, sent }: Place,
): Promise<Result<DueSnapshot, AppError>> {
  const { orders, payments } = api.for(profile)
  const document = await orders.get(order, { fresh: true })
  if (!document.ok) return document
  const now = takeDueSnapshot(document.value.value.data.order, id)
  if (now.recorded !== null || !sent) return ok(now)
  const found = await payments.list({ payment_merchant_reference: id })
  if (!found.ok) return found.error.code === 'NOT_FOUND' ? ok(now) : found
  const items = entriesOf(fieldsOf(found.value.value.data).items)
  return ok({ ...now, recorded: takeDueSnapshot({}, id, items).recorded })
}

/** The body of the request; the note says what v3.8 has no field for. */
function manualPayment(
  id: OperationId,
  { amount, currency, method, reference, date }: ReceivedPayment,
): ManualPayment {
  const note = `Received on ${date}${reference ? `, reference ${reference}` : ''}`
  return {
    payment_object_type: 'MANUAL',
    payment_merchant_reference: id,
    payment_method: method,
    payment_amount: amount,
    payment_currency_code: currency,
    payment_notes: [{ note_value: note }],
  }
}

type RecordError = AppError<'ORDER_CHANGED' | 'OVERPAYMENT' | NonNullable<DueSnapshot['obstacle']>>

/** Whether it may be recorded now: as much is due as the person saw, and they know if it is more than that. */
export function checkRecordable(
  { received, moreThanDue, seen }: RecordPaymentIntent,
  now: DueSnapshot,
  expected: OrderFingerprint,
): Result<void, RecordError> {
  const unmoved = checkUnmoved(expected, now)
  if (!unmoved.ok) return unmoved
  if (now.obstacle !== null) return err(appError(now.obstacle, `no payment is recorded: ${now.obstacle}`))
  const problem = amountProblem(received.amount, received.currency)
  if (problem) {
    const fields = { 'received.amount': problem }
    return err(appError('INVALID_INPUT', `the amount cannot be recorded: ${problem}`, { fields }))
  }
  const [wanted, due] = [parseAmount(seen.due), parseAmount(now.due)]
  if (!wanted || !due?.eq(wanted) || now.currency !== received.currency) {
    return err(appError('ORDER_CHANGED', 'what is due is not what was seen'))
  }
  const { amount, currency } = received
  const more = compareWithDue(amount, { kind: 'known', currency, due: due.toFixed(), open: '0' }) === 'more'
  return more && moreThanDue !== true
    ? err(appError('OVERPAYMENT', 'more than is due', { params: { due: due.toFixed(), currency } }))
    : ok(undefined)
}
