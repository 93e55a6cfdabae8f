import type { contactsOperations } from '@shared/features/contacts'
import type { Handlers } from '@shared/ipc/define'
import { type ContactsDeps, createEditContact } from './edit-contact'
import { createGetContact } from './get-contact'
import { createGetContactHistory } from './get-contact-history'
import { createListContacts } from './list-contacts'

export { describeContactEdit } from './describe-contact-edit'
export { editContactDefinition, editContactKind } from './edit-contact-definition'

export const contactsHandlers = (deps: ContactsDeps): Handlers<typeof contactsOperations> => ({
  editContact: createEditContact(deps),
  getContact: createGetContact(deps.api),
  getContactHistory: createGetContactHistory(deps),
  listContacts: createListContacts(deps),
})
