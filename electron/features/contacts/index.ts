import type { contactsOperations } from '@shared/features/contacts'
import type { Handlers } from '@shared/ipc/define'
import { type ContactsDeps, createEditContact } from './edit-contact'
import { createGetContact } from './get-contact'
import { createGetContactHistory } from './get-contact-history'
import { createListContacts } from './list-contacts'
import { createUpdateContact } from './update-contact'

export { type Revision, revisionOf } from './contact-revision'
export {
  describeContactEdit,
  describeContactUpdate,
  describePush,
  describeRepoint,
} from './describe-contact-edit'
export { draftPush } from './draft-push'
export { draftRepoint } from './draft-repoint'
export { editContactDefinition, editContactKind } from './edit-contact-definition'
export { pushContactDefinition, pushContactKind } from './push-contact-definition'
export { repointOrderDefinition, repointOrderKind } from './repoint-order-definition'
export { updateContactDefinition, updateContactKind } from './update-contact-definition'

export const contactsHandlers = (deps: ContactsDeps): Handlers<typeof contactsOperations> => ({
  editContact: createEditContact(deps),
  getContact: createGetContact(deps.api),
  getContactHistory: createGetContactHistory(deps),
  listContacts: createListContacts(deps),
  updateContact: createUpdateContact(deps),
})
