import type { refundsOperations } from '@shared/features/refunds'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import { draftRefund } from './draft-refund'
import type { ReturnKind } from './refund-payment-definition'

type RefundPayment = (typeof refundsOperations)['refundPayment']

export interface RefundPaymentDeps {
  readonly api: DistributorApi
  readonly journal: Pick<Journal, 'submit' | 'ready'>
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/**
 * Records and runs the refund of one payment, or its stop: the order is read afresh and as much must be left of the payment as the
 * person saw. The entry is on disk before the answer; what comes of it is in the journal.
 */
export function createReturnPayment(
  { api, journal, now }: RefundPaymentDeps,
  kind: ReturnKind,
): Handler<RefundPayment> {
  return async (request) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(request.profile).orders.get(request.order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const draft = draftRefund(document.value.value.data.order, { ...request, kind }, readAt)
    if (!draft.ok) return draft
    const submitted = await journal.submit([draft.value])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
