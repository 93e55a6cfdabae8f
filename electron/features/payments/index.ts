import type { paymentsOperations } from '@shared/features/payments'
import type { Handlers } from '@shared/ipc/define'
import { createRecordPayment } from './record-payment'
import { createSendPaymentEmail, type PaymentsDeps } from './send-payment-email'

export { describePaymentEmail } from './describe-payment-email'
export { describeRecordedPayment } from './describe-recorded-payment'
export { draftPaymentEmail } from './draft-payment-email'
export { recordPaymentDefinition, recordPaymentKind } from './record-payment-definition'
export { sendPaymentEmailDefinition, sendPaymentEmailKind } from './send-payment-email-definition'

export const paymentsHandlers = (deps: PaymentsDeps): Handlers<typeof paymentsOperations> => ({
  recordPayment: createRecordPayment(deps),
  sendPaymentEmail: createSendPaymentEmail(deps),
})
