export { ContactDetails } from './contact-details'
export { EditContactButton } from './edit-contact-button'
export { EditContactDialog } from './edit-contact-dialog/edit-contact-dialog'
