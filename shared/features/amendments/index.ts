import { sendTickets } from './send-tickets'

export {
  releasedVouchers,
  type TicketsObstacle,
  type TicketsRecipient,
  ticketsObstacle,
  ticketsRecipient,
} from './tickets-mail'

export const amendmentsOperations = { sendTickets }
