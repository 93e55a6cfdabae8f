import type { refundsOperations } from '@shared/features/refunds'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { RefundPaymentDeps } from './refund-payment'
import { refundClaims } from './refund-payment-definition'
import { checkSelection, refundSelectionKind, type SelectionIntent } from './refund-selection-definition'
import { readSelection } from './selection-snapshot'

type RefundSelection = (typeof refundsOperations)['refundSelection']

/**
 * Records and runs a refund by anything but one payment. It lays hold of every payment that it reaches, so none of them
 * is given back twice.
 */
export function createRefundSelection({ api, journal, now }: RefundPaymentDeps): Handler<RefundSelection> {
  return async ({ profile, order, target, reason, seen }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const before = await readSelection(api, { profile, order, target })
    if (!before.ok) return err(asCommonError(before.error))
    const intent: SelectionIntent = { target, reason, seen }
    const possible = checkSelection(intent, before.value, seen)
    if (!possible.ok) return possible
    const claims = before.value.payments.flatMap(({ id }) => refundClaims(id))
    const kind = refundSelectionKind
    const submitted = await journal.submit([
      { profile, kind, order, claims, intent, before: before.value, readAt },
    ])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
