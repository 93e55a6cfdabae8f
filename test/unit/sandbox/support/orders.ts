import { decimalsOf, parseMinor } from '../../../../electron/sandbox/money/minor-units'
import type {
  BookingDocument,
  OrderDocument,
  PaymentDocument,
  TicketDocument,
} from '../../../../electron/sandbox/orders/document'
import type { Answer, TestClient } from './client'

/** The order of a scenario, by its own key. */
export async function scenario(client: TestClient, key: string): Promise<OrderDocument> {
  const { items } = await client.list(`order_external_reference=${key}`)
  const [order] = items
  if (items.length !== 1 || !order) throw new Error(`${items.length} orders ${key}`)
  return order
}

export function booking(order: OrderDocument, position = 0): BookingDocument {
  const found = order.order_bookings[position]
  if (!found) throw new Error(`no booking ${position}`)
  return found
}

export function ticket(
  of: { readonly product_type_details: readonly TicketDocument[] },
  position = 0,
): TicketDocument {
  const found = of.product_type_details[position]
  if (!found) throw new Error(`no ticket ${position}`)
  return found
}

export const ticketId = (order: OrderDocument, position = 0, of = 0): string =>
  ticket(booking(order, of), position).product_type_transaction_id

/** Minor units of an amount in the currency of the order. */
export function minor(order: OrderDocument, amount: string | undefined): number {
  return parseMinor(amount ?? 'missing', decimalsOf(booking(order).product_currency_code))
}

export const total = (order: OrderDocument): number => minor(order, order.order_pricing.price_total)
export const priceOf = (order: OrderDocument, of: TicketDocument): number =>
  minor(order, of.product_type_pricing?.price_total)

/** What was charged for cancelling, over all bookings. */
export function fees(order: OrderDocument): number {
  return order.order_bookings
    .flatMap((each) => each.booking_pricing.price_fees ?? [])
    .filter((fee) => fee.fee_type === 'CUSTOM')
    .reduce((sum, fee) => sum + minor(order, fee.fee_amount), 0)
}

export const refunds = (order: OrderDocument): PaymentDocument[] =>
  (order.order_payments ?? []).filter((payment) => payment.payment_type === 'REFUND')

export const refunded = (order: OrderDocument): number =>
  refunds(order).reduce((sum, payment) => sum + minor(order, payment.payment_amount), 0)

export const remove = (client: TestClient, order: OrderDocument, query = ''): Promise<Answer> =>
  client.send('DELETE', `/orders/${order.order_reference}${query === '' ? '' : `?${query}`}`)

/** Cancels and gives the order that comes back; throws when refused. */
export async function cancelled(
  client: TestClient,
  order: OrderDocument,
  query = '',
): Promise<OrderDocument> {
  const answer = await remove(client, order, query)
  if (!answer.json.data?.order) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json.data.order
}
