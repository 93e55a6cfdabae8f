import type { paymentsOperations } from '@shared/features/payments'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { takeDueSnapshot } from './due-snapshot'
import {
  checkRecordable,
  type RecordPaymentIntent,
  recordPaymentClaims,
  recordPaymentKind,
} from './record-payment-definition'
import type { PaymentsDeps } from './send-payment-email'

type RecordPayment = (typeof paymentsOperations)['recordPayment']

/**
 * Records and runs a payment received outside Prio: the order is read afresh, and as much must be due as the person saw.
 * The entry is on disk before the answer; what comes of it is in the journal.
 */
export function createRecordPayment({ api, journal, now }: PaymentsDeps): Handler<RecordPayment> {
  return async ({ profile, order, received, moreThanDue, seen }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(profile).orders.get(order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const before = takeDueSnapshot(document.value.value.data.order, undefined)
    const intent: RecordPaymentIntent = { received, seen, ...(moreThanDue ? { moreThanDue } : {}) }
    const recordable = checkRecordable(intent, before, seen)
    if (!recordable.ok) return recordable
    const claims = recordPaymentClaims
    const submitted = await journal.submit([
      { profile, kind: recordPaymentKind, order, claims, intent, before, readAt },
    ])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
