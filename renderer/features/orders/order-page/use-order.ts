import type { Order } from '@shared/api'
import { type OrderBooking, type OrderFacts, orderBookings, orderFacts } from '@shared/features/orders'
import { useMemo } from 'react'

/** An order as its page reads it. */
export interface OrderOnPage {
  readonly order: Order
  readonly facts: OrderFacts
  readonly bookings: readonly OrderBooking[]
  /** Its JSON as received. */
  readonly raw: string
  /** Milliseconds since 1970 UTC. */
  readonly readAt: number
}

/** Reads an answer once, however often the page is drawn. */
export function useOrderOnPage(answer: { order: Order; raw: string; readAt: number }): OrderOnPage {
  const { order, raw, readAt } = answer
  return useMemo(
    () => ({ order, raw, readAt, facts: orderFacts(order), bookings: orderBookings(order) }),
    [order, raw, readAt],
  )
}
