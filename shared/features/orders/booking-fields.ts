import { fieldsOf, textOf } from '../../kernel/tolerant'
import { type NoteEntry, readNotes } from './order-notes'
import { type PriceBreakdown, readPricing } from './order-pricing'
import { type OrderTicket, readTickets } from './order-ticket-lines'

export type Fields = Readonly<Record<string, unknown>>

/** What the API says of a booking or a part of one. Values as sent; what did not come is `undefined`. */
export interface BookingFields {
  readonly reference: string | undefined
  readonly externalReference: string | undefined
  readonly supplierReference: string | undefined
  /** Set on an add-on that is booked in another order. */
  readonly otherOrder: string | undefined
  readonly status: string | undefined
  readonly version: string | undefined
  readonly title: string | undefined
  readonly productId: string | undefined
  readonly supplier: string | undefined
  readonly admissionType: string | undefined
  readonly travel: BookingTravel
  readonly language: string | undefined
  readonly currency: string | undefined
  readonly price: PriceBreakdown
  /** `product_code`, for the whole group or combi. */
  readonly code: string | undefined
  readonly codeFormat: string | undefined
  readonly voucherReleased: boolean | undefined
  readonly pickup: PickupPoint | undefined
  readonly entryNotes: string | undefined
  readonly notes: readonly NoteEntry[]
  readonly created: string | undefined
  readonly modified: string | undefined
  readonly confirmed: string | undefined
  readonly cancelled: string | undefined
  readonly cancellationReason: string | undefined
  readonly customerUrl: string | undefined
  readonly voucherUrl: string | undefined
  readonly tickets: readonly OrderTicket[]
  /** The object as sent, for rules that read more of it. */
  readonly source: Fields
}

export interface BookingTravel {
  /** Slot start, else the travel date: RFC 3339 in the activity's offset. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly validUntil: string | undefined
  readonly slotId: string | undefined
  /** The day is meant, not the clock time: TIME_DATE and TIME_OPEN products (rules.md #84, #87). */
  readonly dateOnly: boolean
}

export interface PickupPoint {
  readonly name: string | undefined
  readonly time: string | undefined
  readonly description: string | undefined
}

/** Reads a booking, or an entry of `product_combi_details`, `…_bundle_details` or `…_addon_details`. */
export function readBookingFields(fields: Fields): BookingFields {
  return {
    ...identityOf(fields),
    ...historyOf(fields),
    travel: travelOf(fields),
    price: readPricing(fields.booking_pricing),
    pickup: pickupOf(fields),
    notes: readNotes(fields.booking_notes),
    tickets: readTickets(fields.product_type_details),
    source: fields,
  }
}

function identityOf(fields: Fields) {
  return {
    reference: textOf(fields.booking_reference),
    externalReference: textOf(fields.booking_external_reference),
    supplierReference: textOf(fields.booking_supplier_reference),
    otherOrder: textOf(fields.booking_order_reference),
    status: textOf(fields.booking_status),
    version: textOf(fields.booking_version),
    title: textOf(fields.product_title),
    productId: textOf(fields.product_id),
    supplier: textOf(fields.product_supplier_name),
    admissionType: textOf(fields.product_admission_type),
    language: textOf(fields.booking_language),
    currency: textOf(fields.product_currency_code),
    code: textOf(fields.product_code),
    codeFormat: textOf(fieldsOf(fields.product_code_settings).product_code_format),
    voucherReleased:
      typeof fields.booking_voucher_released === 'boolean' ? fields.booking_voucher_released : undefined,
    entryNotes: textOf(fields.product_entry_notes),
  }
}

function historyOf(fields: Fields) {
  return {
    created: textOf(fields.booking_created),
    modified: textOf(fields.booking_modified),
    confirmed: textOf(fields.booking_confirmed),
    cancelled: textOf(fields.booking_cancelled),
    cancellationReason: textOf(fields.booking_cancellation_reason),
    customerUrl: textOf(fields.booking_customer_url),
    voucherUrl: textOf(fields.booking_voucher_url),
  }
}

function travelOf(fields: Fields): BookingTravel {
  const admission = textOf(fields.product_admission_type)
  return {
    from: textOf(fields.product_availability_from_date_time) ?? textOf(fields.booking_travel_date),
    to: textOf(fields.product_availability_to_date_time),
    validUntil: textOf(fields.booking_valid_until),
    slotId: textOf(fields.product_availability_id),
    dateOnly: admission === 'TIME_DATE' || admission === 'TIME_OPEN',
  }
}

function pickupOf(fields: Fields): PickupPoint | undefined {
  const point = fieldsOf(fields.product_pickup_point)
  const pickup = {
    name: textOf(point.pickup_point_name) ?? textOf(fields.product_pickup_point_id),
    time: textOf(point.pickup_point_time),
    description: textOf(point.pickup_point_description),
  }
  return Object.values(pickup).some((value) => value !== undefined) ? pickup : undefined
}
