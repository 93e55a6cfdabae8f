export { PaymentEmailDialog } from './payment-email-dialog/payment-email-dialog'
