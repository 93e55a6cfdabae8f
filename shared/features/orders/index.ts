import { getOrder } from './get-order'
import { listOrders } from './list-orders'

export type { BookingFields, BookingTravel, PickupPoint } from './booking-fields'
export { type EntryLabel, labelsOf } from './diff-identity'
export { diffOrder, type OrderChange, type PathStep } from './diff-order'
export { readOrderSchema } from './get-order'
export {
  lastStartIndex,
  type OrderPage,
  type OrderPageRequest,
  pageRevisionSchema,
  wantedPageSize,
} from './list-orders'
export { expectsPayment, isPaymentOpen, owedPayments } from './open-payment'
export { type BookingRole, type OrderBooking, orderBookings } from './order-bookings'
export { orderChangeSchema } from './order-change'
export {
  type ContactField,
  type ContactGroup,
  type CustomFieldEntry,
  contactGroups,
  type OrderContact,
  orderContacts,
  readContact,
  readCustomFields,
} from './order-contacts'
export { type OrderCurrency, orderCurrency } from './order-currency'
export { type OrderEventEntry, orderEvents } from './order-events'
export {
  type AnsweredQuestion,
  type OrderFacts,
  type OrderLink,
  orderFacts,
  orderLinks,
  type PartyRole,
  partyRoles,
} from './order-facts'
export {
  defaultOrderSort,
  inferredFilters,
  type OrderFilters,
  type OrderSort,
  requestMomentSchema,
} from './order-filters'
export { type Guest, guestOf, orderGuest } from './order-guest'
export { type NoteEntry, readNotes } from './order-notes'
export { type OrderPaymentRecord, orderPayments } from './order-payments'
export {
  type FeeLine,
  type PriceBreakdown,
  readPricing,
} from './order-pricing'
export { type OrderRow, orderRowSchema, toOrderRow } from './order-row'
export {
  isCancelledTicket,
  type StatusMeaning,
  statusMeaning,
  statusMeanings,
  statusWord,
  wordsOfStatus,
} from './order-status'
export type { OrderTicket, Seat, TicketPass } from './order-ticket-lines'
export { orderTickets, type TicketCount } from './order-tickets'
export { orderTravel, type TravelMoment, travelMomentSchema } from './order-travel'
export { orderPaymentState, type PaymentState, paymentStates, paymentStatusState } from './payment-state'
export { isDead, isSettledOutside, isTaken, isUnderWay } from './payment-status'
export {
  kindOfParameter,
  planSearch,
  type SearchKind,
  type SearchParameter,
  type SearchPlan,
  searchKinds,
} from './recognise-search'
export { bookingsAndParts, codesOf, isKeyParameter, matchesSearch } from './search-match'

export const ordersOperations = { getOrder, listOrders }
