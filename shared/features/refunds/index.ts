import { cancelPayment } from './cancel-payment'
import { listPayments } from './list-payments'
import { refundPayment } from './refund-payment'

export { type PaymentKey, type PaymentPageRequest, paymentKeysFor } from './list-payments'
export { type PaymentRow, toPaymentRow } from './payment-row'
export { isIn, type PaymentView, paymentViews } from './payment-views'
export { seenPaymentSchema } from './refund-payment'
export {
  type RefundAct,
  type Refundable,
  type RefundObstacle,
  refundable,
  refundObstacles,
} from './refundable'

export const refundsOperations = { cancelPayment, listPayments, refundPayment }
