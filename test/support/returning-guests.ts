import type { OrderDocument } from '../../electron/sandbox/orders/document'
import type { TestClient } from '../unit/sandbox/support/client'

/** A contact of the contacts module and orders that have it as their first one, all of them confirmed. */
export interface ReturningGuest {
  readonly uid: string
  readonly orders: readonly OrderDocument[]
}

/** Guests of the newest orders with at least three orders each, of which five are taken. */
export async function returningGuests(server: TestClient, pages = 12): Promise<ReturningGuest[]> {
  const byContact = new Map<string, OrderDocument[]>()
  for (let page = 1; page <= pages; page++) {
    for (const order of (await server.list(`items_per_page=100&page=${page}`)).items) {
      const uid = order.order_contacts?.[0]?.contact_uid
      if (!uid || order.order_status !== 'ORDER_CONFIRMED') continue
      byContact.set(uid, [...(byContact.get(uid) ?? []), order])
    }
  }
  return [...byContact]
    .filter(([, orders]) => orders.length >= 3)
    .map(([uid, orders]) => ({ uid, orders: orders.slice(0, 5) }))
}
