import {
  contactEdits,
  contactFieldProblem,
  contactFormFields,
  type contactsOperations,
} from '@shared/features/contacts'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { contactKey } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import { checkContactFields } from './check-fields'
import { revisionOf } from './contact-revision'
import { readRevision } from './contact-snapshot'
import type { ContactsDeps } from './edit-contact'
import { checkRevision, noContact } from './replace-contact'
import { type UpdateIntent, updateContactKind } from './update-contact-definition'

/**
 * Records and runs a change of a known contact by itself: it is read afresh and must be as the person saw it. The entry is
 * on disk before the answer; what comes of it is in the journal. One unsettled change of a contact at a time, on whatever
 * order: the claim is the one of {@link createEditContact}.
 */
export function createUpdateContact({
  api,
  journal,
  now,
}: ContactsDeps): Handler<(typeof contactsOperations)['updateContact']> {
  return async ({ profile, contact, fields, seen }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const read = await api.for(profile).contacts.get(contact)
    if (!read.ok) return err(asCommonError(read.error))
    const revision = revisionOf(read.value)
    if (!revision) return err(noContact(read.value.requestId))
    const before = readRevision(revision, fields)
    const unmoved = checkRevision(fields, seen.contactVersion, before)
    if (!unmoved.ok) return unmoved
    const fitting = checkContactFields(fields, contactFormFields(revision.contact), contactFieldProblem)
    if (!fitting.ok) return fitting
    const intent: UpdateIntent = { contact, fields, seen, changes: contactEdits(revision.contact, fields) }
    const submitted = await journal.submit([
      {
        ...{ profile, kind: updateContactKind, order: contactKey(contact) },
        ...{ claims: [`contact:${contact}`], intent, before, readAt },
      },
    ])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
