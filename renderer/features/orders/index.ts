export { OrderStatusChip } from './columns/status-cell'
export { type OrderNavigation, useOrderNavigation } from './order-navigation'
export { OrdersScreen } from './orders-screen'
