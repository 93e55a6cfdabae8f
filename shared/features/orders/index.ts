import { getOrder } from './get-order'
import { listOrders } from './list-orders'

export { lastStartIndex, type OrderPage, wantedPageSize } from './list-orders'
export { type OrderCurrency, orderCurrency } from './order-currency'
export { defaultOrderSort, inferredFilters, type OrderFilters, type OrderSort } from './order-filters'
export { type Guest, guestOf, orderGuest } from './order-guest'
export { type OrderRow, toOrderRow } from './order-row'
export { isCancelledTicket, type StatusMeaning, statusMeaning, statusMeanings } from './order-status'
export { orderTickets, type TicketCount } from './order-tickets'
export { orderTravel, type TravelMoment } from './order-travel'
export { orderPaymentState, type PaymentState, paymentStates, paymentStatusState } from './payment-state'
export {
  kindOfParameter,
  planSearch,
  type SearchKind,
  type SearchParameter,
  type SearchPlan,
  searchKinds,
} from './recognise-search'
export { matchesSearch } from './search-match'

export const ordersOperations = { getOrder, listOrders }
