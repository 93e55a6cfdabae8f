import { guestOf, orderGuest, orderTravel } from '@shared/features/orders'
import {
  type FoundContact,
  type FoundOrder,
  matchContact,
  type PrivacyRequest,
  proposed,
  type Subject,
} from '@shared/features/privacy'
import { contactUidSchema, orderReferenceSchema, type ProfileId } from '@shared/kernel/ids'
import { fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { DistributorApi, ProfileApi } from '../../api'
import type { JournalStore } from '../../journal'
import type { Mirrors } from '../../mirror'
import { revisionOf } from '../contacts'
import { isGone } from './is-refused'
import { type Hit, type Searched, type SearchRun, searchContacts, searchOrders } from './search-api'
import { searchJournal } from './search-journal'
import { searchMirror } from './search-mirror'

export interface FindDeps {
  readonly api: DistributorApi
  readonly mirrors: Pick<Mirrors, 'opened' | 'state'>
  readonly journal: { readonly store: Pick<JournalStore, 'unsettled'> }
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: ProfileId) => string | undefined
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/**
 * Searches everywhere and adds what was found to a request. What a person chose stays as they chose it, and so does what
 * is not found any more: it may have been erased meanwhile.
 */
export async function findInto(
  request: PrivacyRequest,
  { api, mirrors, journal, accountOf, now }: FindDeps,
  run: SearchRun,
): Promise<PrivacyRequest> {
  const { subject, profile } = request
  if (!subject) return request
  const profileApi = api.for(profile)
  const owner = { profile, account: accountOf(profile) }
  const [orders, contacts, copies, operations] = await Promise.all([
    searchOrders(profileApi, subject, run),
    searchContacts(profileApi, subject, run),
    searchMirror(mirrors, profile, subject),
    searchJournal({ store: journal.store, orders: profileApi.orders }, owner, subject),
  ])
  // Before the server was asked nothing can have arrived since.
  const isFirst = !request.searched.some(
    ({ place, state }) => place === 'api-orders' && state !== 'not-searched',
  )
  // What the API says is newer than any copy, and says more than what is still to happen.
  const found = new Map([...operations.hits, ...copies.hits, ...orders.hits].map((hit) => [hit.key, hit]))
  const uids = new Set([
    ...[...found.values()].flatMap(({ match }) => match.contacts),
    ...operations.contacts,
  ])
  const known = await withNamed(profileApi, subject, contacts, [...uids], run)
  return {
    ...request,
    searchedAt: now(),
    searched: [orders.place, known.place, copies.place, operations.place],
    orders: merge(
      request.orders,
      [...found.values()].flatMap(foundOrder),
      ({ reference }) => reference,
      isFirst,
    ),
    contacts: merge(request.contacts, known.hits.flatMap(foundContact), ({ uid }) => uid, isFirst),
  }
}

/** Contacts of the module that a list of it has, and those that orders name: not every list has all. */
async function withNamed(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  subject: Subject,
  listed: Searched,
  uids: readonly string[],
  { signal }: SearchRun,
): Promise<Searched> {
  const known = new Map(listed.hits.map((hit) => [hit.key, hit]))
  let why: string | undefined
  for (const uid of uids) {
    if (known.has(uid) || !contactUidSchema.safeParse(uid).success) continue
    const document = await contacts.get(uid, { signal })
    if (!document.ok) {
      // One that the server does not have holds nobody; one that it does not show may.
      if (!isGone(document.error)) why = signal.aborted ? 'STOPPED' : document.error.code
      continue
    }
    const contact = revisionOf(document.value)?.contact
    const match = contact && matchContact(subject, contact)
    if (match) known.set(uid, { key: uid, match, document: contact })
  }
  const isLess = why !== undefined && listed.place.state === 'searched'
  return {
    place: isLess ? { ...listed.place, state: 'partly', why } : listed.place,
    hits: [...known.values()],
  }
}

/** It was no more than possible, such as for an operation that was still to happen, and is proposed by now. */
export const isSurer = (now: Pick<FoundOrder, 'surety'>, before: Pick<FoundOrder, 'surety'>): boolean =>
  proposed.includes(now.surety) && !proposed.includes(before.surety)

function merge<Found extends FoundOrder | FoundContact>(
  before: readonly Found[],
  now: readonly Found[],
  keyOf: (found: Found) => string,
  isFirst: boolean,
): Found[] {
  const known = new Map(before.map((found) => [keyOf(found), found]))
  for (const found of now) {
    const earlier = known.get(keyOf(found))
    const isKept = earlier !== undefined && !isSurer(found, earlier)
    const arrived = isFirst || isKept ? {} : { arrived: true as const }
    known.set(keyOf(found), {
      ...found,
      ...arrived,
      ...(isKept ? { chosen: earlier.chosen, ...arrivedOf(earlier) } : {}),
    })
  }
  return [...known.values()]
}

const arrivedOf = ({ arrived }: FoundOrder | FoundContact) => (arrived ? { arrived } : {})

function foundOrder({ key, match, document }: Hit): FoundOrder[] {
  if (!orderReferenceSchema.safeParse(key).success) return []
  const created = textOf(fieldsOf(document).order_created)
  const contacts = match.contacts.filter((uid) => contactUidSchema.safeParse(uid).success)
  return [
    {
      reference: key,
      surety: match.surety,
      why: [...match.why],
      chosen: proposed.includes(match.surety),
      guest: orderGuest(document),
      travel: orderTravel(document),
      ...(created === undefined ? {} : { created }),
      contacts,
    },
  ]
}

function foundContact({ key, match, document }: Hit): FoundContact[] {
  if (!contactUidSchema.safeParse(key).success) return []
  return [
    {
      uid: key,
      surety: match.surety,
      why: [...match.why],
      chosen: proposed.includes(match.surety),
      guest: guestOf(fieldsOf(document)),
    },
  ]
}
