import { idText } from '../../kernel/ids'

/**
 * The parts of an order that cancelling looks at. Narrower than the API's Order, and lenient: every field may be
 * missing or null (rules.md #47) and any amount may be text or number.
 */
type Text = string | null | undefined
type Amount = string | number | null | undefined
type Id = string | number | null | undefined

export interface TicketLine {
  readonly product_type_transaction_id?: Id
  readonly product_type?: Text
  readonly product_type_label?: Text
  readonly product_type_code?: Id
  readonly product_type_count?: Amount
  readonly product_type_status?: Text
  readonly product_type_redemption_status?: Text
  readonly product_type_pricing?: { readonly price_total?: Amount } | null | undefined
}

export interface CancellationPolicy {
  readonly cancellation_description?: Text
  readonly cancellation_type?: Text
  readonly cancellation_fee_threshold?: Amount
  readonly cancellation_fee_percentage?: Amount
  readonly cancellation_fee_amount?: Amount
}

/** A fee of a booking or of the order; only one that is included counts in the total. */
export interface FeeLine {
  readonly fee_amount?: Amount
  readonly fee_included?: boolean | null | undefined
  /** v3.5: whether it is given back. */
  readonly fee_refundable?: boolean | null | undefined
}

export interface CancellableBooking {
  readonly booking_reference?: Id
  /** Only bookings at a third party have one. */
  readonly booking_supplier_reference?: Id
  readonly booking_status?: Text
  readonly booking_travel_date?: Text
  readonly booking_created?: Text
  readonly booking_addon_reference?: Id
  readonly booking_pricing?:
    | {
        readonly price_total?: Amount
        readonly price_promocodes?: readonly unknown[] | null | undefined
        readonly price_fees?: readonly FeeLine[] | null | undefined
      }
    | null
    | undefined
  readonly product_id?: Id
  readonly product_relation_id?: Id
  readonly product_title?: Text
  readonly product_availability_from_date_time?: Text
  readonly product_currency_code?: Text
  readonly product_cancellation_allowed?: boolean | null | undefined
  readonly product_cancellation_policies?: readonly CancellationPolicy[] | null | undefined
  readonly product_combi_details?: readonly unknown[] | null | undefined
  readonly product_bundle_details?:
    | readonly { readonly product_type_details?: readonly TicketLine[] | null | undefined }[]
    | null
    | undefined
  readonly product_addon_details?: readonly { readonly booking_reference?: Id }[] | null | undefined
  readonly product_type_details?: readonly TicketLine[] | null | undefined
}

export interface OrderPayment {
  readonly payment_id?: Id
  readonly payment_type?: Text
  readonly payment_status?: Text
  readonly payment_amount?: Amount
}

export interface CancellableOrder {
  readonly order_reference?: Id
  readonly order_status?: Text
  readonly order_version?: number | null | undefined
  readonly order_settlement_type?: Text
  readonly order_pricing?:
    | { readonly price_total?: Amount; readonly price_fees?: readonly FeeLine[] | null | undefined }
    | null
    | undefined
  readonly order_promocodes?: readonly unknown[] | null | undefined
  readonly order_payments?: readonly OrderPayment[] | null | undefined
  readonly order_bookings?: readonly CancellableBooking[] | null | undefined
}

/** Bookings of an order; none when the list is missing. */
export const bookingsOf = (order: CancellableOrder): readonly CancellableBooking[] =>
  order.order_bookings ?? []

/** Tickets of a booking, those inside a bundle included: each is sold on its own (rules.md #93). */
export function ticketsOf(booking: CancellableBooking): readonly TicketLine[] {
  const bundled = (booking.product_bundle_details ?? []).flatMap((part) => part.product_type_details ?? [])
  return [...(booking.product_type_details ?? []), ...bundled]
}

/** A combi has one price for the whole, so its tickets cannot go one by one (rules.md #89). */
export const isCombi = (booking: CancellableBooking): boolean =>
  (booking.product_combi_details ?? []).length > 0

/** Add-on bookings that hang on this one and sit in the same order (rules.md #96). */
export function addOnsOf(order: CancellableOrder, main: CancellableBooking): readonly CancellableBooking[] {
  const reference = idText(main.booking_reference)
  if (!reference) return []
  const listed = new Set((main.product_addon_details ?? []).map((addOn) => idText(addOn.booking_reference)))
  return bookingsOf(order).filter(
    (booking) =>
      booking !== main &&
      (idText(booking.booking_addon_reference) === reference ||
        listed.has(idText(booking.booking_reference))),
  )
}

/** Booked in a third party's own system, which may refuse a cancellation. */
const isThirdParty = (booking: CancellableBooking): boolean =>
  idText(booking.booking_supplier_reference) !== undefined

/** Whether a part of the order that still stands is a third party's, so that an override could matter (rules.md #165). */
export const hasThirdParty = (order: CancellableOrder): boolean =>
  bookingsOf(order).some((booking) => isThirdParty(booking) && booking.booking_status !== 'BOOKING_CANCELLED')

/**
 * The order as it stands for a cancellation that overrides third parties (rules.md #165): what they forbid counts as
 * allowed. What we sell ourselves stays as it is.
 */
export const withOverride = (order: CancellableOrder): CancellableOrder => ({
  ...order,
  order_bookings: bookingsOf(order).map((booking) =>
    isThirdParty(booking) ? { ...booking, product_cancellation_allowed: true } : booking,
  ),
})
