import type { refundsOperations } from '@shared/features/refunds'
import type { Handlers } from '@shared/ipc/define'
import { createListPayments } from './list-payments'
import { createReturnPayment, type RefundPaymentDeps } from './refund-payment'
import { cancelPaymentKind, refundPaymentKind } from './refund-payment-definition'
import { createRefundSelection } from './refund-selection'
import { createReviewOrders } from './review-orders'

export { describeRefund } from './describe-refund'
export { describeSelection } from './describe-selection'
export { draftRefund } from './draft-refund'
export { takeSnapshot as takePaymentSnapshot } from './payment-snapshot'
export { cancelPaymentKind, refundPaymentKind, returnDefinition } from './refund-payment-definition'
export { refundSelectionDefinition } from './refund-selection-definition'

export const refundsHandlers = (deps: RefundPaymentDeps): Handlers<typeof refundsOperations> => ({
  listPayments: createListPayments(deps),
  cancelPayment: createReturnPayment(deps, cancelPaymentKind),
  reviewOrders: createReviewOrders(deps),
  refundSelection: createRefundSelection(deps),
  refundPayment: createReturnPayment(deps, refundPaymentKind),
})
