import type { CancellableOrder } from '@shared/features/cancellations'

type OrderPayment = NonNullable<CancellableOrder['order_payments']>[number]

type Payment = OrderPayment & { readonly payment_id: string; readonly payment_currency_code: string }
type Order = Omit<CancellableOrder, 'order_payments'> & { readonly order_payments?: readonly Payment[] }

/** An order with one booking of two tickets, paid by card; `change` puts other fields in place of its own. */
export function anOrderWith(change: Partial<Order> = {}): Order {
  return {
    order_reference: 'PRI8841203977',
    order_status: 'ORDER_CONFIRMED',
    order_version: 3,
    order_settlement_type: 'DIRECT',
    order_pricing: { price_total: '44.00' },
    order_payments: [
      {
        payment_id: 'p1',
        payment_type: 'CAPTURE',
        payment_status: 'PAID',
        payment_amount: '44.00',
        payment_currency_code: 'EUR',
      },
    ],
    order_bookings: [aBooking()],
    ...change,
  }
}

type Booking = NonNullable<CancellableOrder['order_bookings']>[number]

export function aBooking(change: Partial<Booking> = {}): Booking {
  return {
    booking_reference: 'B1',
    booking_status: 'BOOKING_CONFIRMED',
    booking_pricing: { price_total: '44.00' },
    product_title: 'Evening cruise',
    product_currency_code: 'EUR',
    product_cancellation_allowed: true,
    product_type_details: [aTicket('T1'), aTicket('T2')],
    ...change,
  }
}

type Ticket = NonNullable<Booking['product_type_details']>[number]

export function aTicket(id: string, change: Partial<Ticket> = {}): Ticket {
  return {
    product_type_transaction_id: id,
    product_type: 'ADULT',
    product_type_label: 'Adult',
    product_type_status: 'CONFIRMED',
    product_type_redemption_status: 'PENDING',
    ...change,
  }
}

/** The same order after ticket T1 was cancelled and its money given back. */
export const orderWithoutT1 = (change: Partial<Order> = {}): Order =>
  anOrderWith({
    order_version: 4,
    order_pricing: { price_total: '22.00' },
    order_payments: [
      ...(anOrderWith().order_payments ?? []),
      {
        payment_id: 'r1',
        payment_type: 'REFUND',
        payment_status: 'REFUNDED',
        payment_amount: '22.00',
        payment_currency_code: 'EUR',
      },
    ],
    order_bookings: [
      aBooking({
        product_type_details: [aTicket('T1', { product_type_status: 'CANCELLED' }), aTicket('T2')],
      }),
    ],
    ...change,
  })
