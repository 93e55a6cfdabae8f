import { Refusal } from '../http/refusal'
import type { PaymentDocument } from '../orders/document'
import { holdsAny, isMeant, type PaymentSelection } from '../orders/payment-refund'
import type { OrderStore } from '../store/order-store'

/** Without a filter, payments of this many of the newest orders are listed (documented in README.md). */
const NEWEST_ORDERS = 5000

export interface PaymentQuery extends PaymentSelection {
  readonly order_reference?: string
}

/** The payments that carry all keys that were given, newest first. */
export function paymentsOf(store: OrderStore, query: PaymentQuery): readonly PaymentDocument[] {
  const keyed = candidates(store, query)
  if (keyed === undefined) return allPayments(store)
  return byTime(
    keyed
      .flatMap((index) => store.document(index).order_payments ?? [])
      .filter((payment) => isMeant(payment, query))
      .filter(
        (payment) =>
          query.order_reference === undefined || payment.payment_order_reference === query.order_reference,
      ),
  )
}

const remembered = new WeakMap<object, { readonly revision: number; readonly payments: PaymentDocument[] }>()

function allPayments(store: OrderStore): readonly PaymentDocument[] {
  const known = remembered.get(store)
  if (known?.revision === store.revision) return known.payments
  const { newest, oldest } = store.dataset
  const payments = store.arrived.flatMap((index) => store.document(index).order_payments ?? [])
  for (let index = newest; index <= Math.min(oldest, newest + NEWEST_ORDERS - 1); index++) {
    if (store.overlay.get(index) || store.dataset.recipe(index).payments !== 'NONE') {
      payments.push(...(store.document(index).order_payments ?? []))
    }
  }
  const sorted = byTime(payments)
  remembered.set(store, { revision: store.revision, payments: sorted })
  return sorted
}

function byTime(payments: readonly PaymentDocument[]): PaymentDocument[] {
  return [...payments].sort((a, b) => Date.parse(b.payment_created) - Date.parse(a.payment_created))
}

/** The one order that a selection is about; 404 if there is none, 422 if it reaches over several. */
export function orderOf(store: OrderStore, query: PaymentQuery): number {
  const inside = [...(query.booking_reference ?? []), ...(query.product_type_transaction_id ?? [])]
  const named =
    query.payment_id ?? query.payment_merchant_reference ?? query.payment_service_provider_reference
  const found = (candidates(store, query) ?? []).filter((index) => {
    const order = store.document(index)
    if (query.order_reference !== undefined && order.order_reference !== query.order_reference) return false
    if (inside.length > 0 && !holdsAny(order, inside)) return false
    return named === undefined || (order.order_payments ?? []).some((payment) => isMeant(payment, query))
  })
  const [index, another] = found
  if (index === undefined) throw new Refusal(404, 'PAYMENT_NOT_FOUND', 'There is no such order or payment.')
  if (another !== undefined) {
    throw new Refusal(422, 'SEVERAL_ORDERS', 'What was named belongs to more than one order.')
  }
  return index
}

/**
 * Orders that the keys could belong to; undefined when none was given. Keys of our own that were sent with a
 * payment say nothing about its order, so every changed order may hold one.
 */
function candidates(store: OrderStore, query: PaymentQuery): number[] | undefined {
  const { dataset, overlay } = store
  const sent = [
    query.payment_merchant_reference,
    query.payment_service_provider_reference,
    query.payment_external_reference,
  ].filter((key) => key !== undefined)
  const made = [
    query.order_reference,
    ...(query.booking_reference ?? []),
    ...(query.product_type_transaction_id ?? []),
  ].filter((key) => key !== undefined)
  if (sent.length + made.length === 0 && query.payment_id === undefined) return undefined
  const decoded = [
    ...[...sent, ...made].map((key) => dataset.references.decode(key)),
    query.payment_id === undefined ? undefined : dataset.references.decodePayment(query.payment_id),
    ...(sent.length > 0 ? [...overlay.all()].map((order) => order.index) : []),
  ]
  return [...new Set(decoded)].filter((index): index is number => index !== undefined && store.has(index))
}
