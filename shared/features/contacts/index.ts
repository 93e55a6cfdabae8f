import { getContact, getContactHistory } from './contact-document'
import { editContact } from './edit-contact'
import { listContacts } from './list-contacts'
import { updateContact } from './update-contact'

export { type ContactAdvice, contactAdvice, phoneInE164 } from './contact-advice'
export { newestFirst, newestRevision } from './contact-document'
export { contactFieldProblem, contactFormFields } from './contact-form'
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
export { placeInLater } from './custom-field-place'
export { type DifferingField, differingFieldsOf } from './differing-fields'
export { seenContactSchema } from './edit-contact'
export {
  comparedFields,
  type DoubleReason,
  type Doubles,
  differingFields,
  doubleReasons,
  findDoubles,
} from './find-doubles'
export { type ContactFilters, type ContactPage, contactsPerPage } from './list-contacts'
export { contactMatcher } from './match-contact'
export {
  type OrderContactPlaces,
  repointAdvice,
  repointChanges,
  repointed,
  repointPlaces,
  repointProblem,
} from './repoint-order'

export const contactsOperations = { editContact, getContact, getContactHistory, listContacts, updateContact }
