import { getContact } from './contact-document'
import { editContact } from './edit-contact'

export { newestRevision } from './contact-document'
export {
  catchingUp,
  contactDifferences,
  contactEditProblem,
  contactEdits,
  editedContact,
  placeOnOrder,
  savedContactDifferences,
} from './contact-on-order'
export { seenContactSchema } from './edit-contact'

export const contactsOperations = { editContact, getContact }
