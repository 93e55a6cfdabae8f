import type { PrivacyRequest, Subject } from '@shared/features/privacy'
import { contactKey } from '@shared/kernel/ids'
import type { Entry, JournalStore } from '../../journal'
import { isOwner, type OrderOwner } from '../../journal/privacy-record'
import { mentions } from './mentions'
import { erasures, reasonsIn } from './search-journal'

/** Operations that are over and name a person, on orders and contacts that do not hold them any more. */
export interface SettledOperations {
  /** By address or number: by order, or key of a contact. */
  readonly theirs: ReadonlyMap<string, readonly string[]>
  /** So many name somebody of the same name; nobody can tell who that is. */
  readonly sameName: number
}

/** Entries at once. */
const atOnce = 500

/**
 * Looks through what is over: once a guest was replaced by another, no search leads to the order, and the journal still holds
 * who it was. What the request found is judged there, and left out here.
 */
export async function settledOperations(
  store: Pick<JournalStore, 'settled'>,
  owner: OrderOwner,
  { orders, contacts }: Pick<PrivacyRequest, 'orders' | 'contacts'>,
  subjects: readonly Subject[],
): Promise<SettledOperations> {
  const known = new Set([
    ...orders.map(({ reference }) => reference as string),
    ...contacts.map(({ uid }) => contactKey(uid) as string),
  ])
  const may = subjects.map((subject) => ({ subject, mentioned: mentions(subject) }))
  const reasons = (entry: Entry) => {
    const { intent, before, after, found } = entry
    // To look through everything with care takes long, and hardly anything names the person.
    const text = JSON.stringify([intent, before, after, found])
    return may.flatMap(({ subject, mentioned }) => (mentioned(text) ? reasonsIn(entry, subject) : []))
  }
  const theirs = new Map<string, string[]>()
  let sameName = 0
  for (let before: number | undefined, more = true; more; ) {
    const page = await store.settled(before === undefined ? { limit: atOnce } : { before, limit: atOnce })
    for (const entry of page.entries) {
      const isLeft = entry.purged === undefined && !known.has(entry.order) && !erasures.has(entry.kind)
      if (!isLeft || !isOwner(owner, entry)) continue
      const why = reasons(entry)
      const isTheirs = why.some(({ what }) => what === 'email' || what === 'phone')
      if (isTheirs) theirs.set(entry.order, [...(theirs.get(entry.order) ?? []), entry.id])
      else if (why.some(({ what }) => what === 'name')) sameName++
    }
    before = page.next
    more = before !== undefined
  }
  return { theirs, sameName }
}
