import { type Handler, type Handlers, single } from '../context'
import { commitOf } from '../http/call'
import { readQuery } from '../http/query'
import { deidentify } from '../privacy/deidentify'
import { noSuchOrder } from '../store/order-store'
import { API_USER } from './cancel-order'
import { orderReferenceOf } from './read-orders'

/** `PUT /orders/{order_reference}/deidentify`: tokens instead of personal data (rule 197). */
const deidentifyOrder: Handler = async (request, _reply, { store }) => {
  readQuery(request, {})
  const wanted = orderReferenceOf(request.params)
  const index = store.indexOf(wanted)
  if (index === undefined) throw noSuchOrder(wanted)
  const before = store.document(index).order_version
  const order = await store.change(index, API_USER, commitOf(request, 'DEIDENTIFY'), (_latest, change) =>
    deidentify(store.versions(index), change, request.call.leaves),
  )
  if (order.order_version !== before) {
    request.call.committed = { reference: wanted, version: order.order_version }
  }
  return single('order', order)
}

export const deidentifyOrderHandlers: Handlers = { deidentifyOrder }
