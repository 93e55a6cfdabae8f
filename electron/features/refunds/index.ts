import type { refundsOperations } from '@shared/features/refunds'
import type { Handlers } from '@shared/ipc/define'
import { createListPayments } from './list-payments'
import { createReturnPayment, type RefundPaymentDeps } from './refund-payment'
import { cancelPaymentKind, refundPaymentKind } from './refund-payment-definition'

export { describeRefund } from './describe-refund'
export { cancelPaymentKind, refundPaymentKind, returnDefinition } from './refund-payment-definition'

export const refundsHandlers = (deps: RefundPaymentDeps): Handlers<typeof refundsOperations> => ({
  listPayments: createListPayments(deps),
  cancelPayment: createReturnPayment(deps, cancelPaymentKind),
  refundPayment: createReturnPayment(deps, refundPaymentKind),
})
