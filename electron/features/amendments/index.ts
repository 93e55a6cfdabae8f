import type { amendmentsOperations } from '@shared/features/amendments'
import type { Handlers } from '@shared/ipc/define'
import { createSendTickets, type SendTicketsDeps } from './send-tickets'

export { describeSendTickets } from './describe-send-tickets'
export { sendTicketsDefinition, sendTicketsKind } from './send-tickets-definition'

export const amendmentsHandlers = (deps: SendTicketsDeps): Handlers<typeof amendmentsOperations> => ({
  sendTickets: createSendTickets(deps),
})
