import { type AmendedField, isSameValue } from '@shared/features/amendments'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ContactUid, OperationId, OrderReference } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { ContactDocument, ProfileApi } from '../../api'
import { notSent } from '../amendments'
import { revisionOf } from './contact-revision'
import { type ReadRevision, readRevision } from './contact-snapshot'
import { buildContactUpdate } from './contact-update'

export const noContact = (requestId: string): AppError<never> =>
  appError('UPSTREAM', 'the answer holds no contact', { requestId })

/** Whether a contact has the version that was seen, and each field to be changed what was seen in it. */
export function checkRevision(
  fields: readonly AmendedField[],
  expected: number | null,
  { contactVersion, values }: Pick<ReadRevision, 'contactVersion' | 'values'>,
): Result<void, AppError<'CONTACT_CHANGED'>> {
  const moved = fields.find(({ seen }, at) => !isSameValue(values[at] ?? null, seen))
  if (contactVersion === expected && !moved) return ok(undefined)
  const params = {
    ...(expected === null ? {} : { seenContact: expected }),
    ...(contactVersion === null ? {} : { nowContact: contactVersion }),
    ...(moved ? { field: moved.path.join('.') } : {}),
  }
  return err(appError('CONTACT_CHANGED', 'the contact moved since the person looked', { params }))
}

interface Replacing {
  readonly id: OperationId
  readonly contact: ContactUid
  readonly fields: readonly AmendedField[]
  /** The version that it must still have. */
  readonly version: number | null
  /** The order that gets the new version; without one no order is touched (rules.md #189, #191). */
  readonly order?: OrderReference
}

/**
 * Reads the contact once more and sends it back at once: the API knows no condition on a PUT, so this is all that keeps
 * somebody else's change in between from being overwritten. Until the PUT leaves, every error is `changed: no`.
 */
export async function replaceContact(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  { id, contact: uid, fields, version, order }: Replacing,
): Promise<Result<ContactDocument, AppError>> {
  const read = await contacts.get(uid)
  if (!read.ok) return err(notSent(read.error))
  const revision = revisionOf(read.value)
  if (!revision) return err(noContact(read.value.requestId))
  const unmoved = checkRevision(fields, version, readRevision(revision, fields))
  if (!unmoved.ok) return unmoved
  const body = buildContactUpdate(revision.raw, uid, fields)
  if (!body.ok) return body
  return contacts.update(uid, body.value, { operationId: id, order })
}
