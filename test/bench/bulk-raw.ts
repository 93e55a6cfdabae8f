import type { Account } from './client'
import { createRawCommands } from './raw-commands'

/** One thing to cancel. */
export interface Part {
  readonly order: string
  readonly booking: string
}

interface ListedOrder {
  readonly order_reference: string
  readonly order_status: string
  readonly order_bookings: readonly {
    readonly booking_reference: string
    readonly booking_status: string
    readonly booking_supplier_reference?: string
    readonly product_cancellation_allowed: boolean
    readonly product_combi_details?: readonly unknown[]
    readonly product_bundle_details?: readonly unknown[]
    readonly product_addon_details?: readonly unknown[]
    readonly product_type_details: readonly {
      readonly product_type_status: string
      readonly product_type_redemption_status: string
    }[]
  }[]
}

/** The same cancellations, sent raw. */
export async function createRawBulk(account: Account, concurrency: number) {
  const { send, listed, each, close } = await createRawCommands(account, concurrency)
  return {
    /** Bookings that can be cancelled by themselves. */
    parts: (wanted: number): Promise<Part[]> => listed(wanted, partOf),
    /** Reads and cancels each, so many at a time. */
    run: (parts: readonly Part[]): Promise<void> =>
      each(parts, async ({ order, booking }) => {
        await send('GET', `/orders/${order}?cache=false`)
        await send(
          'DELETE',
          `/orders/${order}?booking_reference=${booking}&cancellation_reason=bench&payment_refund=true`,
        )
      }),
    close,
  }
}

function partOf({ order_reference: order, order_status, order_bookings }: ListedOrder): Part[] {
  const free = order_bookings.find(
    (booking) =>
      booking.booking_status === 'BOOKING_CONFIRMED' &&
      booking.product_cancellation_allowed &&
      !booking.booking_supplier_reference &&
      !booking.product_combi_details?.length &&
      !booking.product_bundle_details?.length &&
      !booking.product_addon_details?.length &&
      booking.product_type_details.every(
        (ticket) =>
          ticket.product_type_redemption_status === 'PENDING' && ticket.product_type_status === 'CONFIRMED',
      ),
  )
  return order_status === 'ORDER_CONFIRMED' && free ? [{ order, booking: free.booking_reference }] : []
}
