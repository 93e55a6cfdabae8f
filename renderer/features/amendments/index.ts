export { AmendDialog } from './amend-dialog/amend-dialog'
export { SendTicketsDialog } from './send-tickets-dialog/send-tickets-dialog'
