export { createGetOrder, type GetOrderDeps } from './get-order'
export { createListOrders, type ListOrdersDeps } from './list-orders'
