import type { BatchAction } from '@shared/features/batches'
import { planAmendment } from './plan-amendment'
import { planCancellation } from './plan-cancellation'
import { planPaymentEmail } from './plan-payment-email'
import { planRefund } from './plan-refund'
import { planVouchers } from './plan-vouchers'
import type { OrderToPlan, PlannedOrder, ReadOrder } from './planned-order'

export type { OrderToPlan, PlannedOrder } from './planned-order'

/** What an action would do to an order that was just read. Nothing is sent, read or recorded here. */
export function planOrder(read: ReadOrder, plan: OrderToPlan, action: BatchAction): PlannedOrder {
  switch (action.kind) {
    case 'cancel':
      return planCancellation(read, plan, action)
    case 'refund':
      return planRefund(read, plan, action)
    case 'amend':
      return planAmendment(read, plan, action)
    case 'payment-email':
      return planPaymentEmail(read, plan)
    case 'vouchers':
      return planVouchers(read, plan)
  }
}
