import { type contactsOperations, newestFirst } from '@shared/features/contacts'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { ReadContactsDeps } from './list-contacts'

/** Reads a contact with its revisions past every copy; the API holds at least one of what it knows. */
export const createGetContactHistory =
  ({ api, now }: ReadContactsDeps): Handler<(typeof contactsOperations)['getContactHistory']> =>
  async ({ profile, contact }) => {
    const answer = await api.for(profile).contacts.get(contact, { versions: true })
    if (!answer.ok) return err(asCommonError(answer.error))
    return ok({ versions: newestFirst(answer.value.value.data?.items ?? []), readAt: now() })
  }
