import {
  allTexts,
  hasWords,
  type MatchReason,
  matchPerson,
  nameWords,
  type Subject,
} from '@shared/features/privacy'
import { contactOfKey, contactUidSchema, orderReferenceSchema, stockOfKey } from '@shared/kernel/ids'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { ProfileApi } from '../../api'
import type { Entry, JournalStore } from '../../journal'
import { isOwner, type OrderOwner } from '../../journal/privacy-record'
import { StoreError } from '../../platform/store-client'
import { deidentifyKind } from './deidentify-definition'
import { eraseContactKind } from './erase-contact-definition'
import type { Hit, Searched } from './search-api'

/** Their snapshots hold whoever they erase: what is being erased was found before. */
export const erasures: ReadonlySet<string> = new Set([deidentifyKind, eraseContactKind])

export interface SearchedJournal extends Searched {
  /** Contacts of the contacts module that an operation is to change, and that it names the person for. */
  readonly contacts: readonly string[]
}

/**
 * Looks for a person in operations of the account that are not settled: one that is still to be sent, or of which nobody
 * knows whether it happened, may bring the person into an order that does not hold them as the server has it now. That is
 * no more than possible, so that nothing is proposed by it; the order itself, read afresh, may say more.
 */
export async function searchJournal(
  { store, orders }: { readonly store: Pick<JournalStore, 'unsettled'> } & Pick<ProfileApi, 'orders'>,
  owner: OrderOwner,
  subject: Subject,
): Promise<SearchedJournal> {
  const unsettled = await readUnsettled(store)
  if (!unsettled) {
    const place = { place: 'journal', state: 'not-searched', why: 'STORE_LOST', looked: 0 } as const
    return { place, hits: [], contacts: [] }
  }
  const entries = unsettled.filter(
    (entry) => isOwner(owner, entry) && !erasures.has(entry.kind) && stockOfKey(entry.order) === undefined,
  )
  const found = new Map<string, MatchReason[]>()
  for (const entry of entries) {
    const why = reasonsIn(entry, subject)
    if (why.length > 0) found.set(entry.order, [...(found.get(entry.order) ?? []), ...why])
  }
  const hits: Hit[] = []
  const contacts: string[] = []
  for (const [key, why] of found) {
    const contact = contactUidSchema.safeParse(contactOfKey(key))
    if (contact.success) contacts.push(contact.data)
    else if (orderReferenceSchema.safeParse(key).success) hits.push(await hitOf(key, why))
  }
  return { place: { place: 'journal', state: 'searched', looked: entries.length }, hits, contacts }

  async function hitOf(key: string, why: MatchReason[]): Promise<Hit> {
    const read = await orders.get(key)
    const document = read.ok ? read.value.value.data.order : undefined
    const match = document && matchPerson(subject, document)
    const distinct = [...new Map(why.map((reason) => [`${reason.what} ${reason.field}`, reason])).values()]
    if (match) return { key, match: { ...match, why: [...match.why, ...distinct] }, document }
    return { key, match: { surety: 'possible', why: distinct, contacts: [] }, document }
  }
}

async function readUnsettled(store: Pick<JournalStore, 'unsettled'>): Promise<readonly Entry[] | undefined> {
  try {
    return await store.unsettled()
  } catch (thrown) {
    if (thrown instanceof StoreError) return undefined
    throw thrown
  }
}

/** What of an operation names the person: what it is to do, and what was read for it. */
export function reasonsIn({ id, intent, before, after, found }: Entry, subject: Subject): MatchReason[] {
  const parts = { intent, before, after, found }
  const why = Object.entries(parts).flatMap(([part, content]) =>
    (matchPerson(subject, content)?.why ?? [])
      .filter(({ how }) => how !== 'other')
      .map(({ what, pointer, field }) => ({
        what,
        field: namedField(content, pointer) ?? field,
        pointer: `/operations/${id}/${part}${pointer}`,
        how: 'operation' as const,
      })),
  )
  // First and last name are wanted one by one.
  const words = nameWords(subject.name ?? '')
  const wanted = allTexts(intent).map(({ value }) => value)
  if (words.length > 1 && !why.some(({ what }) => what === 'name') && hasWords(words, wanted.join(' '))) {
    const pointer = `/operations/${id}/intent`
    return [...why, { what: 'name', field: 'contact_name_last', pointer, how: 'operation' }]
  }
  return why
}

/** The field of the order that a wanted value is for, where the operation says so beside it. */
function namedField(content: unknown, pointer: string): string | undefined {
  let here = content
  let named: string | undefined
  for (const step of pointer.split('/').slice(1)) {
    here = Array.isArray(here) ? here[Number(step)] : fieldsOf(here)[step]
    named = textOf(entriesOf(fieldsOf(here).path).at(-1)) ?? named
  }
  return named
}
