import { bookedPickup, pickupPoints } from '../catalogue/pickup'
import type { CatalogueProduct } from '../catalogue/types'
import { Refusal } from '../http/refusal'
import type { Change } from '../orders/change'
import type { BookingDocument } from '../orders/document'
import { keepNotes } from '../orders/kept-fields'
import type { SentBooking } from './wanted'

/**
 * Fields of a booking that an amendment does not replace as they were sent: those only the server writes
 * (models.md, ignored when sent back: rule 56), and those that follow from slot and tickets.
 */
const NOT_REPLACED = new Set([
  'booking_reference',
  'booking_option_type',
  'booking_status',
  'booking_version',
  'booking_voucher_released',
  'booking_travel_date',
  'booking_valid_until',
  'booking_pricing',
  'booking_customer_url',
  'booking_voucher_url',
  'booking_created',
  'booking_modified',
  'booking_confirmed',
  'booking_cancelled',
  'booking_cancellation_reason',
  'booking_supplier_reference',
  'booking_reservation_reference',
  'booking_reservation_valid_until',
  'reservation_reference',
  'product_id',
  'product_pickup_point_id',
  'product_pickup_point',
  'product_availability_id',
  'product_availability_from_date_time',
  'product_availability_to_date_time',
  'product_availability_capacity_id',
  'product_availability_capacity_shared_id',
  'product_title',
  'product_supplier_id',
  'product_supplier_name',
  'product_supplier_admin_id',
  'product_supplier_admin_name',
  'product_market_admin_id',
  'product_market_admin_name',
  'product_source_id',
  'product_source_name',
  'product_entry_notes',
  'product_admission_type',
  'product_class',
  'product_currency_code',
  'product_cancellation_allowed',
  'product_combi_details',
  'product_bundle_details',
  'product_addon_details',
  'product_type_details',
  'product_code',
  'product_code_settings',
  'product_cancellation_policies',
])

/**
 * Replaces what a booking says about itself by what was sent: optional fields left out are deleted, those
 * nobody knows included (rule 153). Changes the booking in place.
 */
export function replaceFields(booking: BookingDocument, sent: SentBooking, change: Change): void {
  const before = { ...booking }
  for (const name of Object.keys(booking)) if (!NOT_REPLACED.has(name)) delete booking[name]
  for (const [name, value] of Object.entries(sent)) {
    if (!NOT_REPLACED.has(name)) booking[name] = structuredClone(value)
  }
  // The language of the activity is English unless told (model Booking).
  booking.booking_language ??= 'en'
  keepNotes(before, booking, change)
}

/** `UPDATE_BOOKING_NOTES`: nothing but the notes. Changes the booking in place. */
export function replaceNotes(booking: BookingDocument, sent: SentBooking, change: Change): void {
  const before = { ...booking }
  if (sent.booking_notes === undefined) delete booking.booking_notes
  else booking.booking_notes = structuredClone(sent.booking_notes)
  keepNotes(before, booking, change)
}

/** A pickup point as a booking holds it. */
export type Pickup = NonNullable<ReturnType<typeof bookedPickup>>

/** The pickup point that was sent, or none: it is optional (rule 130). Refuses one that the product does not have. */
export function pickupOf(product: CatalogueProduct, sent: SentBooking): Pickup | undefined {
  const point = Object(sent.product_pickup_point) as SentBooking
  const id = sent.product_pickup_point_id ?? point.pickup_point_id
  if (id === undefined) return undefined
  const known = pickupPoints(product).map((each) => each.pickup_point_id)
  if (typeof id !== 'string' || !known.includes(id)) {
    throw new Refusal(422, 'UNKNOWN_PICKUP', `Product ${product.id} has no pickup point ${String(id)}.`)
  }
  if (point.pickup_point_id !== undefined && point.pickup_point_id !== id) {
    throw new Refusal(
      422,
      'UNKNOWN_PICKUP',
      'product_pickup_point is another one than product_pickup_point_id.',
    )
  }
  const time = point.pickup_point_time
  const pickup = bookedPickup(product, id, typeof time === 'string' ? time : undefined)
  if (!pickup) {
    throw new Refusal(422, 'UNKNOWN_PICKUP', `Nobody is picked up at ${id} at ${String(time)}.`)
  }
  return pickup
}

/** Puts another pickup point in, or takes it away. Returns whether it changed. */
export function replacePickup(booking: BookingDocument, pickup: Pickup | undefined): boolean {
  const now = () => JSON.stringify([booking.product_pickup_point_id, booking.product_pickup_point])
  const before = now()
  delete booking.product_pickup_point_id
  delete booking.product_pickup_point
  Object.assign(booking, pickup)
  return before !== now()
}
