import type { Handler, Handlers } from '../context'
import { single } from '../context'
import { commitOf } from '../http/call'
import { boolean, readQuery } from '../http/query'
import { invalidRequest, Refusal } from '../http/refusal'
import { replaceTopLevel } from '../orders/update'
import { noSuchOrder } from '../store/order-store'
import { API_USER } from './cancel-order'
import { orderReferenceOf } from './read-orders'

/**
 * `PUT /orders/{order_reference}` for the top level of an order (rule 153), which is also how vouchers are
 * mailed again (rule 187). Amending bookings is not served yet: 501.
 */
const updateOrder: Handler = async (request, _reply, context) => {
  readQuery(request, {
    amendment_price_adjustment: boolean,
    amendment_price_adjustment_reseller: boolean,
    amendment_preview: boolean,
  })
  const wanted = orderReferenceOf(request.params)
  const index = context.store.indexOf(wanted)
  if (index === undefined) throw noSuchOrder(wanted)
  const sent = sentOrder(request.body)
  if (Array.isArray(sent.order_bookings) && sent.order_bookings.length > 0) {
    throw new Refusal(
      501,
      'NOT_IMPLEMENTED',
      'The sandbox does not amend bookings yet: send no order_bookings.',
    )
  }
  const order = await context.store.change(index, API_USER, commitOf(request, 'UPDATE'), (latest, change) =>
    replaceTopLevel(latest, sent, change),
  )
  request.call.committed = { reference: wanted, version: order.order_version }
  return single('order', order)
}

function sentOrder(body: unknown): Record<string, unknown> {
  const order: unknown = Reflect.get(Object(Reflect.get(Object(body), 'data')), 'order')
  if (typeof order !== 'object' || order === null || Array.isArray(order)) {
    throw invalidRequest('the body must be {"data": {"order": {…}}}')
  }
  return { ...order }
}

export const updateOrderHandlers: Handlers = { updateOrder }
