import { recordPayment } from './record-payment'
import { sendPaymentEmail } from './send-payment-email'

export {
  type AmountProblem,
  amountProblem,
  compareWithDue,
  type ManualMethod,
  type ManualPaymentObstacle,
  manualMethods,
  manualPaymentObstacle,
  manualPaymentObstacles,
} from './manual-payment'
export { type PaymentDue, paymentDue } from './payment-due'
export {
  type PaymentMailObstacle,
  type PaymentMailRecipient,
  paymentMailObstacle,
  paymentMailObstacles,
  paymentMailRecipient,
} from './payment-mail'
export { type ReceivedPayment, receivedPaymentSchema, seenDueSchema } from './record-payment'

export const paymentsOperations = { recordPayment, sendPaymentEmail }
