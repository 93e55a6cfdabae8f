import { cancelPayment } from './cancel-payment'
import { listPayments } from './list-payments'
import { refundPayment } from './refund-payment'
import { refundSelection } from './refund-selection'

export { type PaymentKey, type PaymentPageRequest, paymentKeysFor } from './list-payments'
export { type PaymentRow, toPaymentRow } from './payment-row'
export { isIn, type PaymentView, paymentViews } from './payment-views'
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

export const refundsOperations = { cancelPayment, listPayments, refundPayment, refundSelection }
