export { createListOrders, type ListOrdersDeps } from './list-orders'
