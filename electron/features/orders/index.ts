import type { ordersOperations } from '@shared/features/orders'
import type { Handlers } from '@shared/ipc/define'
import type { DistributorApi } from '../../api'
import { createGetOrder } from './get-order'
import { createListOrders } from './list-orders'

export { checkUnmoved, expectedState, type OrderFingerprint } from './expected-order'
export { nextStartIndex } from './next-start-index'
export { hasJumped, orderFigures, savedEffect } from './order-figures'
export { describeRefundRow } from './refund-row'

export interface OrdersDeps {
  readonly api: DistributorApi
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

export function ordersHandlers(deps: OrdersDeps): Handlers<typeof ordersOperations> {
  return { getOrder: createGetOrder(deps), listOrders: createListOrders(deps) }
}
