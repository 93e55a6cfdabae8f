import type {
  BookingDocument,
  OrderDocument,
  TicketDocument,
} from '../../../../electron/sandbox/orders/document'
import type { Answer, TestClient } from './client'

/** The top level as it was read, with the bookings to amend. */
export function withBookings(order: OrderDocument, ...bookings: object[]) {
  return { data: { order: { ...order, order_bookings: bookings } } }
}

/** A booking as it was read, to be sent back, with its active tickets only. */
export function resent(
  booking: BookingDocument,
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    ...booking,
    booking_option_type: 'DIRECT_BOOKING',
    product_type_details: activeOf(booking),
    ...changes,
  }
}

/** Ticket lines by kind. */
export const kinds = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([product_type_id, product_type_count]) => ({
    product_type_id,
    product_type_count,
  }))

export const activeOf = (line: {
  readonly product_type_details: readonly TicketDocument[]
}): TicketDocument[] =>
  line.product_type_details.filter((ticket) => ticket.product_type_status === 'CONFIRMED')

export const amend = (
  client: TestClient,
  order: OrderDocument,
  bookings: readonly object[],
  query = '',
): Promise<Answer> =>
  client.send('PUT', `/orders/${order.order_reference}${query}`, withBookings(order, ...bookings))

/** Amends and gives the order that comes back; throws when refused. */
export async function amended(
  client: TestClient,
  order: OrderDocument,
  bookings: readonly object[],
  query = '',
): Promise<OrderDocument> {
  const answer = await amend(client, order, bookings, query)
  if (!answer.json.data?.order) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json.data.order
}

export interface Slot {
  readonly availability_id: string
  readonly availability_from_date_time: string
  readonly availability_to_date_time: string
  readonly availability_active: boolean
  readonly availability_spots: { readonly availability_spots_open: number }
}

/** The slots of a product from a day on, closed ones included. */
export async function slotsFrom(client: TestClient, product: string, from: string): Promise<readonly Slot[]> {
  const to = new Date(Date.parse(`${from}T00:00:00Z`) + 60 * 86_400_000).toISOString().slice(0, 10)
  const query = `from_date=${from}&to_date=${to}&include_disabled=true`
  const answer = await client.get(`/products/${product}/availability?${query}`)
  return (answer.json.data as unknown as { items: Slot[] }).items
}

export const openIn = (slot: Slot): number => slot.availability_spots.availability_spots_open
