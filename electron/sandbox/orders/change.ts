import { findProduct } from '../catalogue/products'
import { DESK_ZONE } from '../data/contacts'
import { localTime } from '../time/local-time'
import type { OrderDocument } from './document'
import { mayBeCancelled, orderStatusOf } from './status'

/** Who changes an order, and when. */
export interface Change {
  readonly at: number
  readonly actor: Actor
  readonly ids: NewReferences
  /** How a refund is answered: carried out, or waiting for the payment provider. */
  readonly refundStatus: 'REFUNDED' | 'PENDING'
}

export interface Actor {
  readonly name: string
  readonly email: string
  readonly role: string
}

/** References for the nth payment record or ticket of an order. */
export interface NewReferences {
  payment(number: number): string
  merchant(number: number): string
  psp(number: number): string
  transaction(number: number): string
  ticketCode(number: number): string
}

export const SUPPLIER_SYSTEM: Actor = {
  name: 'Supplier system',
  email: 'supplier@systems.example.com',
  role: 'System',
}

export const PAYMENT_PROVIDER: Actor = {
  name: 'Payment provider',
  email: 'provider@systems.example.com',
  role: 'System',
}

/** How the server writes a moment that belongs to no activity. */
export function stamp(at: number): string {
  return localTime(DESK_ZONE, at)
}

/** A copy of an order that will become its next version: one up, changed by somebody at a moment. */
export function nextVersion(before: OrderDocument, change: Change): OrderDocument {
  const order = touched(before, change)
  order.order_version += 1
  return order
}

/** A copy of an order that stays the same version although something about it changes, such as a payment. */
export function touched(before: OrderDocument, change: Change): OrderDocument {
  const order = structuredClone(before)
  if (Date.parse(order.order_modified) <= change.at) order.order_modified = stamp(change.at)
  order.order_modified_name = change.actor.name
  order.order_modified_email = change.actor.email
  return order
}

/** Makes states follow from the bookings and logs the change. Changes the document in place. */
export function closeVersion(order: OrderDocument, change: Change, type: string, note: string): void {
  for (const booking of order.order_bookings) {
    const product = findProduct(booking.product_id)
    booking.product_cancellation_allowed = mayBeCancelled(product?.cancellable ?? true, booking)
    for (const addon of booking.product_addon_details ?? []) {
      const own = order.order_bookings.find((other) => other.booking_reference === addon.booking_reference)
      if (own) addon.booking_status = own.booking_status
    }
  }
  order.order_status = orderStatusOf(order)
  addEvent(order, change, type, note)
}

/** Adds an entry to `order_event_details`, newest last. */
export function addEvent(order: OrderDocument, change: Change, type: string, note: string): void {
  order.order_event_details.push({
    event_order_version: order.order_version,
    event_note: note,
    event_type: type,
    event_created: stamp(change.at),
    event_creator_user_name: change.actor.name,
    event_creator_user_email: change.actor.email,
    event_creator_user_role: change.actor.role,
  })
}
