import type { CancellableOrder, CancellationTarget } from '@shared/features/cancellations'
import { ok } from '@shared/kernel/result'
import type { DistributorApi } from '../../electron/api'
import { aBooking, anOrderWith, aTicket } from './cancellable-order'
import type { SimulatedServer, Snapshot } from './simulated-server'

/** The simulated server as the API: orders with one booking, in the form in which they are read. */
export function apiOf(server: SimulatedServer): DistributorApi {
  const document = (order: string, state: Snapshot) => {
    const value = { data: { order: orderOf(order, state) } }
    return ok({ value, text: JSON.stringify(value), requestId: 'request' })
  }
  const orders = {
    get: async (order: string) => {
      const read = server.read(order)
      return read.ok ? document(order, read.value) : read
    },
    cancel: async (order: string, target: CancellationTarget, options: { operationId: string }) => {
      if (target.level !== 'ticket')
        throw new Error(`the simulated server cancels tickets, not ${target.level}s`)
      const answer = await server.cancel(options.operationId, order, target.transactionId)
      return answer.ok ? document(order, answer.value) : answer
    },
  }
  return { for: () => ({ orders }) } as unknown as DistributorApi
}

function orderOf(reference: string, { version, tickets, cancelled, processing }: Snapshot): CancellableOrder {
  const live = tickets.filter((ticket) => !cancelled.includes(ticket))
  return anOrderWith({
    order_reference: reference,
    order_version: version,
    order_pricing: { price_total: `${11 * live.length}.00` },
    order_bookings: [
      aBooking({
        booking_status: processing.length > 0 ? 'BOOKING_PROCESSING_CANCELLATION' : 'BOOKING_CONFIRMED',
        product_type_details: tickets.map((ticket) =>
          aTicket(ticket, { product_type_status: cancelled.includes(ticket) ? 'CANCELLED' : 'CONFIRMED' }),
        ),
      }),
    ],
  })
}
