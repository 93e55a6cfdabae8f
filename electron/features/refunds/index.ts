import type { refundsOperations } from '@shared/features/refunds'
import type { Handlers } from '@shared/ipc/define'
import { createListPayments } from './list-payments'
import { createRefundPayment, type RefundPaymentDeps } from './refund-payment'

export { describeRefund } from './describe-refund'
export { refundPaymentDefinition, refundPaymentKind } from './refund-payment-definition'

export const refundsHandlers = (deps: RefundPaymentDeps): Handlers<typeof refundsOperations> => ({
  listPayments: createListPayments(deps),
  refundPayment: createRefundPayment(deps),
})
