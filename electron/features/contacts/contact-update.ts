import type { AmendedField } from '@shared/features/amendments'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ContactUid } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { JsonEditError, removeEachRaw, writeRaw } from '../../api'
import { applyFieldChange, readOnlyContactFields } from '../amendments'

/**
 * The body of `PUT /contacts/{contact_uid}`: the contact as it was read, unknown fields included and every character as it
 * stood, since it is replaced and not merged (rules.md #190); without what only the server writes; with the changes.
 * @param raw JSON text of the contact, as received
 */
export function buildContactUpdate(
  raw: string,
  uid: ContactUid,
  fields: readonly AmendedField[],
): Result<string, AppError<never>> {
  try {
    const changed = fields
      .map(({ path, wanted }) => ({ path, raw: wanted === null ? undefined : JSON.stringify(wanted) }))
      .reduce(applyFieldChange, removeEachRaw(raw, readOnlyContactFields))
    return ok(`{"data":{"contact":${writeRaw(changed, ['contact_uid'], JSON.stringify(uid))}}}`)
  } catch (thrown) {
    if (!(thrown instanceof JsonEditError)) throw thrown
    return err(
      appError('UPSTREAM', `the contact cannot be sent back as it was read: ${thrown.message}`, {
        params: { reason: 'unfit-contact' },
      }),
    )
  }
}
