import type { refundsOperations } from '@shared/features/refunds'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import { takeSnapshot } from './payment-snapshot'
import {
  checkReturnable,
  type RefundIntent,
  type ReturnKind,
  refundClaims,
} from './refund-payment-definition'

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
  return async ({ profile, order, payment, reason, seen }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(profile).orders.get(order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const before = takeSnapshot(document.value.value.data.order, payment)
    const intent: RefundIntent = { payment, reason, seen }
    const possible = checkReturnable(kind, intent, before, seen)
    if (!possible.ok) return possible
    const claims = refundClaims(payment)
    const draft = { profile, kind, order, claims, intent, before, readAt }
    const submitted = await journal.submit([draft])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
