import { amendOrder } from '../amendment/amend-order'
import { readSentBookings } from '../amendment/wanted'
import type { Handler, Handlers } from '../context'
import { single } from '../context'
import { commitOf } from '../http/call'
import { AMENDMENT_SWITCHES } from '../http/inferred-names'
import { boolean, readQuery } from '../http/query'
import { invalidRequest } from '../http/refusal'
import type { Change } from '../orders/change'
import type { OrderDocument } from '../orders/document'
import { noSuchOrder } from '../store/order-store'
import { API_USER } from './cancel-order'
import { orderReferenceOf } from './read-orders'

const { adjust, resellerOnly, preview } = AMENDMENT_SWITCHES

/**
 * `PUT /orders/{order_reference}`: the top level of an order (rule 153), which is also how vouchers are mailed
 * again (rule 187), and the bookings to amend (rule 155). A preview answers what would be, and does nothing
 * (rule 156).
 */
const updateOrder: Handler = async (request, _reply, context) => {
  const query = readQuery(request, { [adjust]: boolean, [resellerOnly]: boolean, [preview]: boolean })
  const switches = { adjust: query[adjust] ?? false, resellerOnly: query[resellerOnly] ?? false }
  if (switches.resellerOnly && !switches.adjust) {
    throw invalidRequest(`${resellerOnly} says who bears an adjustment: it needs ${adjust}`)
  }
  const wanted = orderReferenceOf(request.params)
  const { store, clock } = context
  const index = store.indexOf(wanted)
  if (index === undefined) throw noSuchOrder(wanted)
  const sent = sentOrder(request.body)
  const bookings = readSentBookings(sent.order_bookings)
  const amend = (latest: OrderDocument, change: Change) =>
    amendOrder(latest, sent, bookings, switches, change, store)
  if (query[preview]) {
    const change = store.changeOf(index, clock(), API_USER)
    return single('order', amend(store.document(index), change).order)
  }
  const order = await store.change(index, API_USER, commitOf(request, 'UPDATE'), amend)
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
