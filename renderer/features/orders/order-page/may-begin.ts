import type { Order } from '@shared/api'
import { orderBookings, orderFacts } from '@shared/features/orders'
import { cancelObstacle } from './cancel-obstacle'
import { refundObstacle } from './refund-obstacle'

/** What of the page's actions can also be begun from the list. */
export type OrderAct = 'amend' | 'cancel' | 'refund'

/** Which of the page's actions it offers for an order; each dialog reads the order afresh. */
export function mayBegin(order: Order): Readonly<Record<OrderAct, boolean>> {
  const cancelling = cancelObstacle(orderFacts(order).status, orderBookings(order))
  return {
    amend: cancelling !== 'ALREADY_CANCELLED',
    cancel: cancelling === undefined,
    refund: refundObstacle(order) === undefined,
  }
}
