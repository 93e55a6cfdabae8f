import { type contactsOperations, contactsPerPage, toContactRow } from '@shared/features/contacts'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import { type DistributorApi, heldCopy, readPage } from '../../api'

export interface ReadContactsDeps {
  readonly api: DistributorApi
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/** Reads a page of contacts, or finds that the one that is held did not change; sizes and positions are those of the answer (rules.md #35). */
export function createListContacts({
  api,
  now,
}: ReadContactsDeps): Handler<(typeof contactsOperations)['listContacts']> {
  return async ({ profile, filters, page, held }) => {
    const copy = held && heldCopy(held, { data: {} })
    const question = {
      ...(filters.type && { contact_type: filters.type }),
      ...(filters.resellerId && { reseller_id: filters.resellerId }),
      ...(filters.distributorId && { distributor_id: filters.distributorId }),
      items_per_page: contactsPerPage,
      page,
    }
    const answer = await api.for(profile).contacts.list(question, { copy })
    if (!answer.ok) return err(asCommonError(answer.error))
    if (answer.value === copy) return ok({ kind: 'unchanged', fetchedAt: now() })
    const { lastModified, source } = answer.value
    const data = fieldsOf(answer.value.value.data)
    const items = entriesOf(data.items)
    const rows = items.flatMap((contact) => toContactRow(contact) ?? [])
    const { total, isLast } = readPage({ data: { ...data, items } }, page)
    return ok({
      kind: 'page',
      rows,
      unreadable: items.length - rows.length,
      ...(total === undefined ? {} : { total }),
      ...(isLast ? {} : { nextPage: page + 1 }),
      ...(lastModified === undefined ? {} : { revision: { source, lastModified } }),
      fetchedAt: now(),
    })
  }
}
