import { cancel } from '../cancellation/cancel'
import type { Handler, Handlers } from '../context'
import { single } from '../context'
import { commitOf } from '../http/call'
import { boolean, list, readQuery, text } from '../http/query'
import type { Actor } from '../orders/change'
import { noSuchOrder } from '../store/order-store'
import { orderReferenceOf } from './read-orders'

/** The account behind the credentials. */
export const API_USER: Actor = { name: 'Gatehouse', email: 'desk@gatehouse.example.com', role: 'Supervisor' }

/**
 * `DELETE /orders/{order_reference}`: all of an order, some bookings, or some tickets (rule 160). Asking
 * again for what is already cancelled is a conflict and changes nothing (rules 20, 68).
 */
const cancelOrder: Handler = async (request, _reply, context) => {
  const query = readQuery(request, {
    booking_reference: list,
    product_type_transaction_id: list,
    cancellation_reason: text,
    payment_refund: boolean,
    force_cancellation: boolean,
  })
  const wanted = orderReferenceOf(request.params)
  const index = context.store.indexOf(wanted)
  if (index === undefined) throw noSuchOrder(wanted)
  const asked = {
    bookingReferences: query.booking_reference ?? [],
    transactionIds: query.product_type_transaction_id ?? [],
    reason: query.cancellation_reason,
    refund: query.payment_refund ?? true,
    force: query.force_cancellation ?? false,
  }
  const order = await context.store.change(index, API_USER, commitOf(request, 'CANCEL'), (latest, change) =>
    cancel(latest, asked, change),
  )
  request.call.committed = { reference: wanted, version: order.order_version }
  return single('order', order)
}

export const cancelOrderHandlers: Handlers = { cancelOrder }
