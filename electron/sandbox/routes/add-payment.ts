import type { Context, Handler, Handlers } from '../context'
import { single } from '../context'
import { commitOf } from '../http/call'
import { list, oneOf, readQuery, reference, text } from '../http/query'
import { invalidRequest, Refusal } from '../http/refusal'
import { type AddedPayment, addPayment as added } from '../payments/add-payment'
import { orderOf, paymentsOf } from '../payments/lookup'
import { paymentConfig } from '../payments/payment-config'
import { paymentMail } from '../payments/payment-email'
import { GATEWAYS, readPaymentRequest } from '../payments/payment-request'
import { noSuchOrder } from '../store/order-store'
import { API_USER } from './cancel-order'

/**
 * `POST /payments` (rules 173 to 176). An order reference alone pays everything, bookings only themselves
 * (rule 175). A key of our own that was used before is a conflict and changes nothing: the state is the same
 * after one request or ten (rules 19, 21).
 */
const addPayment: Handler = async (request, reply, context) => {
  const query = readQuery(request, { order_reference: reference, booking_reference: list })
  if (query.order_reference === undefined && query.booking_reference === undefined) {
    throw invalidRequest('order_reference or booking_reference is needed')
  }
  const payment = readPaymentRequest(request.body)
  const index = orderOf(context.store, query)
  let outcome: AddedPayment | undefined
  const order = await context.store.change(
    index,
    API_USER,
    commitOf(request, 'PAYMENT'),
    (latest, change) => {
      refuseUsedKey(context, payment.payment_merchant_reference)
      outcome = added(latest, payment, query.booking_reference, change)
      return { order: outcome.order }
    },
  )
  request.call.committed = { reference: order.order_reference, version: order.order_version }
  reply.code(201)
  return single('payment', outcome?.result)
}

function refuseUsedKey({ store }: Context, key: string): void {
  const [known] = paymentsOf(store, { payment_merchant_reference: key })
  if (!known) return
  throw new Refusal(
    409,
    'PAYMENT_EXISTS',
    `payment_merchant_reference ${key} belongs to payment ${known.payment_id} of order ${known.payment_order_reference}.`,
  )
}

/** `POST /payments/email`: mails a payment request (rule 178). No body, no content, and no trace on the order. */
const sendPaymentEmail: Handler = async (request, reply, context) => {
  const query = readQuery(request, { order_reference: reference, booking_reference: text })
  const wanted = query.order_reference
  if (wanted === undefined) throw invalidRequest('order_reference is needed')
  const index = context.store.indexOf(wanted)
  if (index === undefined) throw noSuchOrder(wanted)
  const order = await context.store.change(index, API_USER, commitOf(request, 'PAYMENT_MAIL'), (latest) => ({
    order: latest,
    mails: [paymentMail(latest, query.booking_reference)],
  }))
  request.call.committed = { reference: wanted, version: order.order_version }
  return reply.code(204).send()
}

/** `GET /payments/config`: no envelope (model PaymentConfig). */
const getPaymentConfig: Handler = (request, _reply, context) => {
  const query = readQuery(request, {
    payment_gateway_type: oneOf(...GATEWAYS),
    order_reference: reference,
    payment_external_reference: text,
  })
  const wanted = query.order_reference
  if (wanted === undefined) throw invalidRequest('order_reference is needed')
  if (context.store.indexOf(wanted) === undefined) throw noSuchOrder(wanted)
  return paymentConfig(query.payment_gateway_type ?? 'NONE')
}

export const addPaymentHandlers: Handlers = { addPayment, sendPaymentEmail, getPaymentConfig }
