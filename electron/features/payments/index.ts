import type { paymentsOperations } from '@shared/features/payments'
import type { Handlers } from '@shared/ipc/define'
import { createSendPaymentEmail, type PaymentsDeps } from './send-payment-email'

export { describePaymentEmail } from './describe-payment-email'
export { sendPaymentEmailDefinition, sendPaymentEmailKind } from './send-payment-email-definition'

export const paymentsHandlers = (deps: PaymentsDeps): Handlers<typeof paymentsOperations> => ({
  sendPaymentEmail: createSendPaymentEmail(deps),
})
