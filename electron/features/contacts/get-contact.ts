import type { contactsOperations } from '@shared/features/contacts'
import type { Handler } from '@shared/ipc/define'
import { appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import { revisionOf } from './contact-revision'

/** Reads a contact past every copy, for a person to decide on. */
export const createGetContact =
  (api: DistributorApi): Handler<(typeof contactsOperations)['getContact']> =>
  async ({ profile, contact }) => {
    const answer = await api.for(profile).contacts.get(contact)
    if (!answer.ok) return err(asCommonError(answer.error))
    const revision = revisionOf(answer.value)
    if (revision) return ok({ contact: revision.contact })
    const { requestId } = answer.value
    return err(appError('UPSTREAM', 'getContact: the answer holds no contact', { requestId }))
  }
