import type {
  CancellableBooking,
  CancellableOrder,
  TicketLine,
} from '@shared/features/cancellations/order-parts'

/** A confirmed ticket of 20.00 with the given transaction id. */
export function ticket(id: string, over: Partial<TicketLine> = {}): TicketLine {
  return {
    product_type: 'ADULT',
    product_type_transaction_id: id,
    product_type_count: 1,
    product_type_status: 'CONFIRMED',
    product_type_redemption_status: 'PENDING',
    product_type_pricing: { price_total: '20.00' },
    ...over,
  }
}

/** A confirmed booking in EUR, free to cancel, travelling on 1 June 2026 at 10:00 in Amsterdam. */
export function booking(
  reference: string,
  tickets: readonly TicketLine[],
  over: Partial<CancellableBooking> = {},
): CancellableBooking {
  const total = tickets.reduce((sum, one) => sum + Number(one.product_type_pricing?.price_total ?? 0), 0)
  return {
    booking_reference: reference,
    booking_status: 'BOOKING_CONFIRMED',
    booking_created: '2026-05-01T12:00:00+02:00',
    booking_travel_date: '2026-06-01T10:00:00+02:00',
    booking_pricing: { price_total: total.toFixed(2) },
    product_currency_code: 'EUR',
    product_cancellation_allowed: true,
    product_type_details: tickets,
    ...over,
  }
}

/** A directly settled order of the bookings, paid in full by one capture. */
export function order(
  bookings: readonly CancellableBooking[],
  over: Partial<CancellableOrder> = {},
): CancellableOrder {
  const total = bookings
    .reduce((sum, one) => sum + Number(one.booking_pricing?.price_total ?? 0), 0)
    .toFixed(2)
  return {
    order_reference: 'ORDRREF123456',
    order_status: 'ORDER_CONFIRMED',
    order_version: 1,
    order_settlement_type: 'DIRECT',
    order_pricing: { price_total: total },
    order_payments: [{ payment_type: 'CAPTURE', payment_status: 'PAID', payment_amount: total }],
    order_bookings: bookings,
    ...over,
  }
}
