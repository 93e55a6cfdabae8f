import type { Handler, Handlers } from '../context'
import { single } from '../context'
import { commitOf } from '../http/call'
import { isUnchanged, lastModified } from '../http/conditional'
import { PAGING, pageOf, windowOf } from '../http/paging'
import { list, readQuery, reference, text, uuid } from '../http/query'
import { invalidRequest } from '../http/refusal'
import type { PaymentDocument } from '../orders/document'
import { refundWithoutCancelling } from '../orders/payment-refund'
import { orderOf, paymentsOf } from '../payments/lookup'
import { API_USER } from './cancel-order'

const getPayments: Handler = (request, reply, context) => {
  const query = readQuery(request, {
    order_reference: reference,
    payment_id: uuid,
    payment_merchant_reference: reference,
    payment_service_provider_reference: reference,
    payment_external_reference: text,
    ...PAGING,
  })
  const window = windowOf(query, request.call.pageSize)
  if (isUnchanged(request.headers['if-modified-since'], context.store.lastChange))
    return reply.code(304).send()
  const found = paymentsOf(context.store, query)
  const rows = found.slice(window.offset, window.offset + window.limit)
  reply.header('Last-Modified', lastModified(context.store.lastChange, context.clock()))
  return { api_version: '3.8.0', data: pageOf(window, found.length, rows) }
}

/** `DELETE /payments`: one of six identifiers is needed (rule 169). */
const cancelPayment: Handler = async (request, _reply, context) => {
  const query = readQuery(request, {
    order_reference: reference,
    booking_reference: list,
    product_type_transaction_id: list,
    payment_id: text,
    payment_merchant_reference: reference,
    payment_service_provider_reference: reference,
    refund_reason: text,
  })
  const { refund_reason, ...identifiers } = query
  if (Object.keys(identifiers).length === 0) {
    throw invalidRequest(
      'one of order_reference, booking_reference, product_type_transaction_id, payment_id, payment_merchant_reference or payment_service_provider_reference is needed',
    )
  }
  const index = orderOf(context.store, query)
  let payment: PaymentDocument | undefined
  const order = await context.store.change(index, API_USER, commitOf(request, 'REFUND'), (latest, change) => {
    const outcome = refundWithoutCancelling(latest, query, change)
    payment = outcome.payment
    return { order: outcome.order }
  })
  request.call.committed = { reference: order.order_reference, version: order.order_version }
  return single('payment', payment)
}

export const paymentHandlers: Handlers = { getPayments, cancelPayment }
