import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import type { CancellableBooking, CancellableOrder, FeeLine, OrderPayment, TicketLine } from './order-parts'

type Fields = Readonly<Record<string, unknown>>

/** What an order says, as far as cancelling looks at it. */
export interface CancellableReading {
  /** Every field of the type it should have, or missing (rules.md #47). */
  readonly order: CancellableOrder
  /**
   * Names of lists that hold something else than they should, each once. Nothing may be chosen from such an order: what
   * cannot be read might be tickets that go along, or a fee.
   */
  readonly unreadable: readonly string[]
}

/** Reads an order as the API sends it; never throws. */
export function readCancellableOrder(source: unknown): CancellableReading {
  const unreadable = new Set<string>()
  const lists: Lists = {
    any: (fields, name) => {
      const value = fields[name]
      if (value !== undefined && value !== null && !Array.isArray(value)) unreadable.add(name)
      return entriesOf(value)
    },
    of: (fields, name, read) => {
      const entries = lists.any(fields, name)
      if (entries.some((entry) => typeof entry !== 'object' || entry === null || Array.isArray(entry)))
        unreadable.add(name)
      return entries.map(fieldsOf).map(read)
    },
  }
  const order = readOrder(fieldsOf(source), lists)
  return { order, unreadable: [...unreadable] }
}

/** Reads lists and notes those that are none. */
interface Lists {
  any(fields: Fields, name: string): readonly unknown[]
  /** A list of objects. */
  of<T>(fields: Fields, name: string, read: (entry: Fields) => T): readonly T[]
}

const readOrder = (order: Fields, lists: Lists): CancellableOrder => ({
  order_reference: textOf(order.order_reference),
  order_status: textOf(order.order_status),
  order_version: versionOf(order.order_version),
  order_settlement_type: textOf(order.order_settlement_type),
  order_pricing: {
    ...readTotal(order.order_pricing),
    price_fees: lists.of(fieldsOf(order.order_pricing), 'price_fees', readFee),
  },
  order_promocodes: lists.any(order, 'order_promocodes'),
  order_payments: lists.of(order, 'order_payments', readPayment),
  order_bookings: lists.of(order, 'order_bookings', (booking) => readBooking(booking, lists)),
})

const readBooking = (booking: Fields, lists: Lists): CancellableBooking => ({
  booking_reference: textOf(booking.booking_reference),
  booking_supplier_reference: textOf(booking.booking_supplier_reference),
  booking_status: textOf(booking.booking_status),
  booking_travel_date: textOf(booking.booking_travel_date),
  booking_created: textOf(booking.booking_created),
  booking_addon_reference: textOf(booking.booking_addon_reference),
  booking_pricing: {
    ...readTotal(booking.booking_pricing),
    price_promocodes: lists.any(fieldsOf(booking.booking_pricing), 'price_promocodes'),
    price_fees: lists.of(fieldsOf(booking.booking_pricing), 'price_fees', readFee),
  },
  product_id: textOf(booking.product_id),
  product_relation_id: textOf(booking.product_relation_id),
  product_title: textOf(booking.product_title),
  product_availability_from_date_time: textOf(booking.product_availability_from_date_time),
  product_currency_code: textOf(booking.product_currency_code),
  product_cancellation_allowed: booking.product_cancellation_allowed !== false,
  product_cancellation_policies: lists.of(booking, 'product_cancellation_policies', (policy) => ({
    cancellation_description: textOf(policy.cancellation_description),
    cancellation_type: textOf(policy.cancellation_type),
    cancellation_fee_threshold: textOf(policy.cancellation_fee_threshold),
    cancellation_fee_percentage: textOf(policy.cancellation_fee_percentage),
    cancellation_fee_amount: textOf(policy.cancellation_fee_amount),
  })),
  product_combi_details: lists.of(booking, 'product_combi_details', (part) => part),
  product_bundle_details: lists.of(booking, 'product_bundle_details', (part) => ({
    product_type_details: lists.of(part, 'product_type_details', readTicket),
  })),
  product_addon_details: lists.of(booking, 'product_addon_details', (addOn) => ({
    booking_reference: textOf(addOn.booking_reference),
  })),
  product_type_details: lists.of(booking, 'product_type_details', readTicket),
})

const readTicket = (ticket: Fields): TicketLine => ({
  product_type_transaction_id: textOf(ticket.product_type_transaction_id),
  product_type: textOf(ticket.product_type),
  product_type_label: textOf(ticket.product_type_label),
  product_type_code: textOf(ticket.product_type_code),
  product_type_count: textOf(ticket.product_type_count),
  product_type_status: textOf(ticket.product_type_status),
  product_type_redemption_status: textOf(ticket.product_type_redemption_status),
  product_type_pricing: readTotal(ticket.product_type_pricing),
})

const readPayment = (payment: Fields): OrderPayment => ({
  payment_id: textOf(payment.payment_id),
  payment_type: textOf(payment.payment_type),
  payment_status: textOf(payment.payment_status),
  payment_amount: textOf(payment.payment_amount),
})

const readFee = (fee: Fields): FeeLine => ({
  fee_amount: textOf(fee.fee_amount),
  fee_included: flagOf(fee.fee_included),
  fee_refundable: flagOf(fee.fee_refundable),
})

const flagOf = (value: unknown) => (typeof value === 'boolean' ? value : undefined)

const readTotal = (pricing: unknown) => ({ price_total: textOf(fieldsOf(pricing).price_total) })

function versionOf(value: unknown): number | undefined {
  const version = Number(textOf(value))
  return Number.isSafeInteger(version) ? version : undefined
}
