export { CancelPaymentDialog } from './cancel-payment-dialog/cancel-payment-dialog'
export { ManualPaymentDialog } from './manual-payment-dialog/manual-payment-dialog'
export { PaymentEmailDialog } from './payment-email-dialog/payment-email-dialog'
