export { AmendDialog } from './amend-dialog/amend-dialog'
export { NoteFields } from './amend-dialog/note-fields'
export { AmendmentsScreen } from './amendments-list/amendments-screen'
export { SendTicketsDialog } from './send-tickets-dialog/send-tickets-dialog'
