export { SendTicketsDialog } from './send-tickets-dialog/send-tickets-dialog'
