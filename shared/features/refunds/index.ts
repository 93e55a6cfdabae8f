import { refundPayment } from './refund-payment'

export { seenPaymentSchema } from './refund-payment'
export {
  isDeadRecord,
  type RefundAct,
  type Refundable,
  type RefundObstacle,
  refundable,
  refundObstacles,
} from './refundable'

export const refundsOperations = { refundPayment }
