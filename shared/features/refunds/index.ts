import { cancelPayment } from './cancel-payment'
import { listPayments } from './list-payments'
import { refundPayment } from './refund-payment'
import { refundSelection } from './refund-selection'
import { reviewOrders } from './review-orders'

export { type PaymentKey, type PaymentPageRequest, paymentKeysFor } from './list-payments'
export { judgeOrder, type OrderFinding, orderFindings } from './order-money'
export { orderMoneyOf, type PaymentRow, toPaymentRow } from './payment-row'
export { ageInDays, isIn, type PaymentView, paymentViews } from './payment-views'
export {
  type ForecastObstacle,
  forecastRefund,
  type RefundForecast,
  type RefundIdentifier,
  type RefundTarget,
  refundIdentifiers,
  refundTargetSchema,
} from './refund-forecast'
export { seenPaymentSchema } from './refund-payment'
export { seenForecastSchema } from './refund-selection'
export {
  type RefundAct,
  type Refundable,
  type RefundObstacle,
  refundable,
  refundObstacles,
} from './refundable'

export const refundsOperations = {
  cancelPayment,
  listPayments,
  refundPayment,
  refundSelection,
  reviewOrders,
}
