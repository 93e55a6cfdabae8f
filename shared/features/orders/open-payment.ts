import { statusMeaning } from './order-status'
import type { PaymentState } from './payment-state'

/**
 * Money that is expected of an order that stands: it was not paid, not all of it, or the guest's bank took it back. What is paid
 * at the venue or on an invoice does not go through Prio, which never says that it came: nothing is expected here.
 */
export const owedPayments = [
  'pending',
  'partlyPaid',
  'failed',
  'chargeback',
] as const satisfies readonly PaymentState[]

/** Of an order that was cancelled or failed nothing is expected any more, whatever was paid. */
export const expectsPayment = (status: string | undefined): boolean =>
  !['cancelled', 'failed'].includes(statusMeaning(status))

/** Money that somebody still has to move or to give back, also of an order that was cancelled. */
const underWay: ReadonlySet<PaymentState> = new Set([
  ...(['pending', 'partlyPaid', 'authorized', 'processing'] as const),
  ...(['refundPending', 'refundFailed'] as const),
])

const owed: ReadonlySet<PaymentState> = new Set(owedPayments)

/** Whether the money of an order is not settled. @param status `order_status` */
export const isPaymentOpen = (payment: PaymentState, status: string | undefined): boolean =>
  underWay.has(payment) || (owed.has(payment) && expectsPayment(status))
