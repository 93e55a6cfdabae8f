import type { Context, Handler, Handlers } from '../context'
import { single } from '../context'
import { commitOf } from '../http/call'
import { isUnchanged, lastModified } from '../http/conditional'
import { PAGING, pageOf, windowOf } from '../http/paging'
import { list, readQuery, reference, text, uuid } from '../http/query'
import { invalidRequest, Refusal } from '../http/refusal'
import type { PaymentDocument } from '../orders/document'
import { holdsAny, isMeant, type PaymentSelection, refundWithoutCancelling } from '../orders/payment-refund'
import { API_USER } from './cancel-order'

/** Without a filter, payments of this many of the newest orders are listed (documented in README.md). */
const NEWEST_ORDERS = 5000

interface PaymentQuery extends PaymentSelection {
  readonly order_reference?: string
  readonly payment_external_reference?: string
}

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
  const found = paymentsOf(context, query)
  const rows = found.slice(window.offset, window.offset + window.limit)
  reply.header('Last-Modified', lastModified(context.store.lastChange, context.clock()))
  return { api_version: '3.8.0', data: pageOf(window, found.length, rows) }
}

/** Payments newest first. No payment of the sandbox has a payer's key, so that filter finds none. */
function paymentsOf(context: Context, query: PaymentQuery): PaymentDocument[] {
  if (query.payment_external_reference !== undefined) return []
  const keyed = candidates(context, query)
  if (keyed === undefined) return allPayments(context)
  return byTime(
    keyed
      .flatMap((index) => context.store.document(index).order_payments ?? [])
      .filter((payment) => isMeant(payment, query))
      .filter(
        (payment) =>
          query.order_reference === undefined || payment.payment_order_reference === query.order_reference,
      ),
  )
}

const remembered = new WeakMap<object, { readonly revision: number; readonly payments: PaymentDocument[] }>()

function allPayments({ store }: Context): PaymentDocument[] {
  const known = remembered.get(store)
  if (known?.revision === store.revision) return known.payments
  const { newest, oldest } = store.dataset
  const payments: PaymentDocument[] = []
  for (let index = newest; index <= Math.min(oldest, newest + NEWEST_ORDERS - 1); index++) {
    if (store.overlay.get(index) || store.dataset.recipe(index).payments !== 'NONE') {
      payments.push(...(store.document(index).order_payments ?? []))
    }
  }
  remembered.set(store, { revision: store.revision, payments: byTime(payments) })
  return byTime(payments)
}

function byTime(payments: readonly PaymentDocument[]): PaymentDocument[] {
  return [...payments].sort((a, b) => Date.parse(b.payment_created) - Date.parse(a.payment_created))
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
  const index = orderOf(context, query)
  let payment: PaymentDocument | undefined
  const order = await context.store.change(index, API_USER, commitOf(request, 'REFUND'), (latest, change) => {
    const outcome = refundWithoutCancelling(latest, query, change)
    payment = outcome.payment
    return { order: outcome.order }
  })
  request.call.committed = { reference: order.order_reference, version: order.order_version }
  return single('payment', payment)
}

/** The one order that a selection is about, or 404. */
function orderOf(context: Context, query: PaymentQuery): number {
  const inside = [...(query.booking_reference ?? []), ...(query.product_type_transaction_id ?? [])]
  const found = (candidates(context, query) ?? []).find((index) => {
    const order = context.store.document(index)
    if (query.order_reference !== undefined && order.order_reference !== query.order_reference) return false
    if (inside.length > 0 && !holdsAny(order, inside)) return false
    const named =
      query.payment_id ?? query.payment_merchant_reference ?? query.payment_service_provider_reference
    return named === undefined || (order.order_payments ?? []).some((payment) => isMeant(payment, query))
  })
  if (found === undefined) throw new Refusal(404, 'PAYMENT_NOT_FOUND', 'There is no such order or payment.')
  return found
}

/** Orders that the identifiers could belong to; undefined when none was given. */
function candidates({ store }: Context, query: PaymentQuery): number[] | undefined {
  const { dataset } = store
  const keys = [
    query.order_reference,
    query.payment_merchant_reference,
    query.payment_service_provider_reference,
    ...(query.booking_reference ?? []),
    ...(query.product_type_transaction_id ?? []),
  ].filter((key) => key !== undefined)
  if (keys.length === 0 && query.payment_id === undefined) return undefined
  const decoded = [
    ...keys.map((key) => dataset.references.decode(key)),
    query.payment_id === undefined ? undefined : dataset.references.decodePayment(query.payment_id),
  ]
  return [...new Set(decoded)].filter((index): index is number => index !== undefined && dataset.has(index))
}

export const paymentHandlers: Handlers = { getPayments, cancelPayment }
