import {
  type CertificateBody,
  leftOver,
  notChosen,
  type PrivacyRequest,
  type Unread,
} from '@shared/features/privacy'
import type { InstallationKey } from './installation-key'
import { subjectsOf } from './recognise'

/** What a request that ends now is certified with; `dueOn` and times tell whether it was answered in time. */
export function certificateOf(
  request: PrivacyRequest,
  key: InstallationKey,
  {
    who,
    now,
    startedAt,
  }: { readonly who: string; readonly now: number; readonly startedAt: number | undefined },
): CertificateBody {
  const { subject, erasedOrders, erasedContacts, copies = [], leftAccepted, searchedAt, searched } = request
  const at = (epochMs: number) => new Date(epochMs).toISOString()
  const orders = erasedOrders.map(({ reference, state, fields, left, unread, readAt }) => ({
    reference,
    result: state === 'erased' || state === 'incomplete' ? state : ('not-erased' as const),
    ...{ fields, left },
    ...unseen(unread),
    ...(readAt === undefined ? {} : { verifiedAt: at(readAt) }),
  }))
  const contacts = erasedContacts.map(({ uid, state, fields, left, unread, readAt }) => ({
    contact: key.digest('contact', uid),
    result:
      state === 'erased'
        ? ('overwritten' as const)
        : state === 'incomplete'
          ? ('incomplete' as const)
          : ('not-erased' as const),
    ...{ fields, left },
    ...unseen(unread),
    ...(readAt === undefined ? {} : { verifiedAt: at(readAt) }),
  }))
  const out = notChosen(request)
  const untouched = { result: 'not-chosen' as const, fields: [], left: [] }
  const allOrders = [...orders, ...out.orders.map(({ reference }) => ({ reference, ...untouched }))]
  const allContacts = [
    ...contacts,
    ...out.contacts.map(({ uid }) => ({ contact: key.digest('contact', uid), ...untouched })),
  ]
  const all = [...allOrders, ...allContacts]
  const counts = {
    orders: allOrders.length,
    ordersErased: allOrders.filter(({ result }) => result === 'erased').length,
    contacts: allContacts.length,
    contactsOverwritten: allContacts.filter(({ result }) => result === 'overwritten').length,
    fields: all.reduce((sum, { fields }) => sum + fields.length, 0),
    left: all.reduce((sum, { left }) => sum + left.length, 0),
  }
  // Where nobody looked the person may still be, and where nobody sent anything they are.
  const left = leftOver(request)
  const isComplete = left.lines + left.notChosen + left.places.length === 0
  return {
    format: 'gatehouse-erasure-certificate/1',
    request: request.number,
    receivedOn: request.receivedOn,
    dueOn: request.dueOn,
    ...(startedAt === undefined ? {} : { startedAt: at(startedAt) }),
    completedAt: at(now),
    completedBy: who,
    subject: {
      emails: (subject?.emails ?? []).map(key.emailDigest),
      phones: (subject?.phones ?? []).map(key.phoneDigest),
    },
    ...(searchedAt === undefined ? {} : { searchedAt: at(searchedAt) }),
    ...{ searched, orders: allOrders, contacts: allContacts, counts },
    copies: copies.map(({ place, result }) => ({ place, result })),
    verification: isComplete ? 'complete' : 'incomplete',
    ...(leftAccepted === undefined ? {} : { leftAccepted }),
  }
}

const unseen = (unread: readonly Unread[] | undefined) =>
  unread ? { unread: unread.map((one) => ({ ...one, ask: 'vendor-of-the-api' as const })) } : {}

/** By what a request that has ended is recognised, without telling whom it was about. */
export function digestsOf(
  request: Pick<PrivacyRequest, 'subject' | 'orders' | 'contacts' | 'learned'>,
  { emailDigest, phoneDigests }: InstallationKey,
): string[] {
  const subjects = subjectsOf(request)
  const digests = subjects.flatMap(({ emails, phones }) => [
    ...emails.map(emailDigest),
    ...phones.flatMap(phoneDigests),
  ])
  return [...new Set(digests)]
}

/** What stays of a request that has ended: what was done, and nothing of whom it was about. */
export const pseudonymised = (request: PrivacyRequest): PrivacyRequest => {
  const { subject: _, identityChecked: __, note: ___, exportedTo: ____, learned: _____, ...left } = request
  const { copies = [], ...rest } = left
  return {
    ...rest,
    orders: [],
    contacts: [],
    // A contact's key leads to the person.
    erasedContacts: [],
    copies: copies.map(({ place, result, removed, why }) => ({
      ...{ place, result },
      ...(removed === undefined ? {} : { removed }),
      ...(why === undefined ? {} : { why }),
    })),
  }
}
