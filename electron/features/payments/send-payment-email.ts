import type { paymentsOperations } from '@shared/features/payments'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import { draftPaymentEmail } from './draft-payment-email'

type SendPaymentEmail = (typeof paymentsOperations)['sendPaymentEmail']

export interface PaymentsDeps {
  readonly api: DistributorApi
  readonly journal: Pick<Journal, 'submit' | 'ready'>
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/**
 * Records and runs a payment e-mail: the order is read afresh and must be the one the person saw, with the recipient they
 * confirmed. The entry is on disk before the answer; what comes of it is in the journal.
 */
export function createSendPaymentEmail({ api, journal, now }: PaymentsDeps): Handler<SendPaymentEmail> {
  return async (request) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(request.profile).orders.get(request.order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const draft = draftPaymentEmail(document.value.value.data.order, request, readAt)
    if (!draft.ok) return draft
    const submitted = await journal.submit([draft.value])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
