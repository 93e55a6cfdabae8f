import { getContact, getContactHistory } from './contact-document'
import { editContact } from './edit-contact'
import { listContacts } from './list-contacts'

export { newestFirst, newestRevision } from './contact-document'
export {
  catchingUp,
  contactDifferences,
  contactEditProblem,
  contactEdits,
  editedContact,
  placeOnOrder,
  savedContactDifferences,
} from './contact-on-order'
export { type ContactRow, toContactRow } from './contact-row'
export { seenContactSchema } from './edit-contact'
export { type ContactFilters, contactsPerPage } from './list-contacts'
export { contactMatcher } from './match-contact'

export const contactsOperations = { editContact, getContact, getContactHistory, listContacts }
