import type { Order } from '@shared/api'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { textOf } from '@shared/kernel/tolerant'
import { useQuery } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/**
 * Reads an order past every cache, for a person to decide on; `purpose` keeps the dialogs' reads apart. Reads nothing where
 * what is decided on is on no order.
 */
export function useFreshOrder(profile: ProfileId, reference: OrderReference | undefined, purpose: string) {
  return useQuery({
    queryKey: ['orders', profile, purpose, reference],
    queryFn: () => ipc.orders.getOrder({ profile, order: reference ?? '', fresh: true }),
    enabled: reference !== undefined,
    gcTime: 0,
    // What the person decides on does not move under their eyes; main compares it with the order once more.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What main compares the order with: the state in which the person saw it. */
export const seenOf = (order: Order) => ({
  orderVersion: order.order_version ?? null,
  priceTotal: textOf(order.order_pricing?.price_total) ?? null,
})
