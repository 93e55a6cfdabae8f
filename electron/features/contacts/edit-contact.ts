import { contactFields, fieldProblem } from '@shared/features/amendments'
import {
  contactEditProblem,
  contactEdits,
  type contactsOperations,
  placeOnOrder,
} from '@shared/features/contacts'
import type { Handler, ParsedInputOf } from '@shared/ipc/define'
import { type AppError, asCommonError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import { checkContactFields, invalidField } from './check-fields'
import { takeContactSnapshot } from './contact-snapshot'
import {
  type ContactIntent,
  checkEditable,
  contactClaims,
  editContactKind,
  readBoth,
} from './edit-contact-definition'

type EditContact = (typeof contactsOperations)['editContact']

export interface ContactsDeps {
  readonly api: DistributorApi
  readonly journal: Pick<Journal, 'submit' | 'ready'>
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/**
 * Records and runs a change of a known contact: order and contact are read afresh and must be as the person saw them. The
 * entry is on disk before the answer; what comes of it is in the journal.
 */
export function createEditContact({ api, journal, now }: ContactsDeps): Handler<EditContact> {
  return async ({ profile, order, contact, fields, seen }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const read = await readBoth(api.for(profile), order, contact)
    if (!read.ok) return err(asCommonError(read.error))
    const { revision } = read.value
    const before = takeContactSnapshot(read.value.order, revision, { contact, fields })
    const editable = checkEditable({ fields, seen }, before, seen)
    if (!editable.ok) return editable
    const fitting = checkFields(fields, revision.contact, read.value.order, contact)
    if (!fitting.ok) return fitting
    const intent: ContactIntent = { contact, fields, seen, changes: contactEdits(revision.contact, fields) }
    const claims = contactClaims(intent)
    const submitted = await journal.submit([
      { profile, kind: editContactKind, order, claims, intent, before, readAt },
    ])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}

/** INVALID_INPUT names the first field that cannot be changed so, and why. */
function checkFields(
  fields: ParsedInputOf<EditContact>['fields'],
  contact: unknown,
  order: unknown,
  uid: string,
): Result<void, AppError<never>> {
  const fitting = checkContactFields(fields, contactFields(contact, []), fieldProblem)
  if (!fitting.ok) return fitting
  const at = placeOnOrder(order, uid)
  const problem = at === undefined ? undefined : contactEditProblem(order, at, fields)
  return problem ? err(invalidField(['contact_email'], problem)) : ok(undefined)
}
