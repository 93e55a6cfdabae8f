import { z } from 'zod'
import { countOf, distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { orderCurrency, orderCurrencySchema } from './order-currency'
import { guestSchema, orderGuest } from './order-guest'
import { orderTickets, ticketCountSchema } from './order-tickets'
import { orderTravel, travelMomentSchema } from './order-travel'
import { orderPaymentState, paymentStates } from './payment-state'

/** What the list shows of an order. Absent fields were missing, null or empty at the API. */
export const orderRowSchema = z.object({
  reference: z.string(),
  externalReference: z.string().optional(),
  /** `order_status` as sent. */
  status: z.string().optional(),
  /** `booking_status` of every booking, as sent, in their order. */
  bookingStatuses: z.array(z.string()),
  guest: guestSchema,
  travel: z.array(travelMomentSchema),
  /** `order_created` as sent. */
  created: z.string().optional(),
  createdBy: z.string().optional(),
  /** `order_modified` as sent. */
  modified: z.string().optional(),
  /** Distinct product titles. */
  products: z.array(z.string()),
  /** Distinct supplier names. */
  suppliers: z.array(z.string()),
  distributor: z.string().optional(),
  tickets: z.array(ticketCountSchema),
  /** `order_pricing.price_total` as sent. */
  total: z.string().optional(),
  currency: orderCurrencySchema,
  payment: z.enum(paymentStates),
  /** `order_channel` as sent. */
  channel: z.string().optional(),
  version: z.number().int().optional(),
})
export type OrderRow = z.infer<typeof orderRowSchema>

/**
 * The list's view of an order as the API sends it. Never throws: whatever is missing or unreadable is left out.
 * Answers `undefined` for what has no reference, for nothing can be done with it.
 */
export function toOrderRow(order: unknown): OrderRow | undefined {
  const fields = fieldsOf(order)
  const reference = textOf(fields.order_reference)
  if (reference === undefined) return undefined
  const bookings = entriesOf(fields.order_bookings).map(fieldsOf)
  return {
    reference,
    externalReference: textOf(fields.order_external_reference),
    status: textOf(fields.order_status),
    bookingStatuses: bookings.flatMap((booking) => textOf(booking.booking_status) ?? []),
    guest: orderGuest(order),
    travel: orderTravel(order),
    created: textOf(fields.order_created),
    createdBy: textOf(fields.order_created_name) ?? textOf(fields.order_created_email),
    modified: textOf(fields.order_modified),
    products: distinct(bookings.map((booking) => textOf(booking.product_title))),
    suppliers: distinct(bookings.map((booking) => textOf(booking.product_supplier_name))),
    distributor: textOf(fields.order_distributor_name),
    tickets: orderTickets(order),
    total: textOf(fieldsOf(fields.order_pricing).price_total),
    currency: orderCurrency(order),
    payment: orderPaymentState(order),
    channel: textOf(fields.order_channel),
    version: countOf(fields.order_version),
  }
}
