import { orderPayments } from '@shared/features/orders'
import { type Refundable, refundable } from '@shared/features/refunds'
import { fieldsOf, textOf } from '@shared/kernel/tolerant'

/** Why nothing of the order can be refunded, as far as the page knows; the dialog reads afresh. */
export function refundObstacle(
  order: unknown,
): 'SETTLED_OUTSIDE' | 'NO_PAYMENTS' | 'NOTHING_LEFT' | undefined {
  const payments = orderPayments(order)
  const settlement = textOf(fieldsOf(order).order_settlement_type)
  const left = payments.map((payment) => refundable(payment, payments, settlement))
  // What is under way is cancelled, not refunded.
  const mayBack = (one: Refundable) => ('act' in one ? one.act !== 'stop' : one.obstacle === 'UNCLEAR')
  if (left.some(mayBack)) return undefined
  if (left.some((one) => 'obstacle' in one && one.obstacle === 'SETTLED_OUTSIDE')) return 'SETTLED_OUTSIDE'
  if (payments.length > 0) return 'NOTHING_LEFT'
  return settlement === 'DIRECT' ? 'NO_PAYMENTS' : 'SETTLED_OUTSIDE'
}
