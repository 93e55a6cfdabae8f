import { sendPaymentEmail } from './send-payment-email'

export { type PaymentDue, paymentDue } from './payment-due'
export {
  type PaymentMailObstacle,
  type PaymentMailRecipient,
  paymentMailObstacle,
  paymentMailObstacles,
  paymentMailRecipient,
} from './payment-mail'

export const paymentsOperations = { sendPaymentEmail }
