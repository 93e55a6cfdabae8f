export { type OrderNavigation, useOrderNavigation } from './order-navigation'
export { OrderStatusChip } from './order-status-chip'
export { OrdersScreen } from './orders-screen'
