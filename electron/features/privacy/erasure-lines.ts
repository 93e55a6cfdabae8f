import { isSettled } from '@shared/features/operations'
import {
  type ErasedContact,
  type ErasedOrder,
  fieldNames,
  type LeftField,
  mergeUnread,
  needsReview,
  type PrivacyRequest,
  type Unread,
  unreadBefore,
} from '@shared/features/privacy'
import { contactKey } from '@shared/kernel/ids'
import type { Entry, JournalStore } from '../../journal'
import { deidentifyIntentSchema, deidentifyKind } from './deidentify-definition'
import { type DeidentifySnapshot, deidentifySnapshotSchema, heldBefore } from './deidentify-snapshot'
import {
  type ContactErasure,
  contactErasureSchema,
  eraseContactIntentSchema,
  eraseContactKind,
} from './erase-contact-definition'

type Line = Omit<ErasedOrder, 'reference'>

/**
 * The newest entry of a request on an order, or on a contact by its key. One that was purged does not say whose it is: it may
 * be of another request on the same order.
 * @param known operation that a line of the request has noted
 */
export async function entryOf(
  store: Pick<JournalStore, 'list'>,
  { profile, id, batches }: Pick<PrivacyRequest, 'profile' | 'id' | 'batches'>,
  target: { readonly order: string; readonly kind: string; readonly known?: Line | undefined },
): Promise<Entry | undefined> {
  const { entries } = await store.list({ profile, order: target.order, kinds: [target.kind], limit: 20 })
  const isOwn = (entry: Entry) =>
    entry.purged === undefined
      ? requestOf(entry) === id
      : entry.id === target.known?.operation || batches.some((batch) => batch === entry.batch)
  return entries.find(isOwn)
}

const requestOf = ({ intent, kind }: Entry): string | undefined =>
  (kind === deidentifyKind ? deidentifyIntentSchema : eraseContactIntentSchema).safeParse(intent).data
    ?.request

/** Operations of a request that hold what they read, whatever came of them and of what was chosen since. */
export async function holdingEntries(
  { profile, id }: Pick<PrivacyRequest, 'profile' | 'id'>,
  store: Pick<JournalStore, 'list'>,
): Promise<Entry[]> {
  const held: Entry[] = []
  let before: number | undefined
  do {
    const filter = { profile, kinds: [deidentifyKind, eraseContactKind], limit: 500 }
    const page = await store.list(before === undefined ? filter : { ...filter, before })
    held.push(...page.entries.filter((entry) => requestOf(entry) === id))
    before = page.next
  } while (before !== undefined)
  return held
}

/** What the fields held that a request erased, for as long as the journal knows. */
export const valuesErased = (entries: readonly Pick<Entry, 'before'>[]): string[] =>
  entries.flatMap((entry) => {
    const before = snapshotOf(entry.before)
    return before ? heldBefore(before).map(({ value }) => value) : []
  })

/**
 * How far the erasure is, as the journal says. What was settled once and purged since stays as it was noted: the journal
 * does not know any more what was left.
 */
export async function currentLines(
  request: PrivacyRequest,
  store: Pick<JournalStore, 'list'>,
): Promise<Pick<PrivacyRequest, 'erasedOrders' | 'erasedContacts'>> {
  const orders = new Map(request.erasedOrders.map((line) => [line.reference, line]))
  const contacts = new Map(request.erasedContacts.map((line) => [line.uid, line]))
  for (const { reference, chosen } of request.orders) {
    const known = orders.get(reference)
    const entry = await entryOf(store, request, { order: reference, kind: deidentifyKind, known })
    if (!entry && !chosen && !known) continue
    orders.set(reference, { reference, ...lineOf(entry, known) } satisfies ErasedOrder)
  }
  for (const { uid, chosen } of request.contacts) {
    const known = contacts.get(uid)
    const entry = await entryOf(store, request, { order: contactKey(uid), kind: eraseContactKind, known })
    if (!entry && !chosen && !known) continue
    contacts.set(uid, { uid, ...lineOf(entry, known) } satisfies ErasedContact)
  }
  // What a person does not want erased any more, and was not, is no line.
  const wanted = (chosen: boolean, line: Line | undefined) => chosen || (line && line.state !== 'waiting')
  return {
    erasedOrders: request.orders.flatMap(({ reference, chosen }) => {
      const line = orders.get(reference)
      return line && wanted(chosen, line) ? [line] : []
    }),
    erasedContacts: request.contacts.flatMap(({ uid, chosen }) => {
      const line = contacts.get(uid)
      return line && wanted(chosen, line) ? [line] : []
    }),
  }
}

/** How one entry stands. */
function lineOf(entry: Entry | undefined, known: Line | undefined): Line {
  const waiting: Line = { state: 'waiting', fields: [], left: [] }
  if (!entry) return known ?? waiting
  // Taken back before it was sent: it is as it was, and what it read says nothing.
  if (entry.state === 'withdrawn') return notErased(known, 'waiting', entry.id)
  if (entry.purged !== undefined) return known ?? { ...waiting, state: 'unclear', why: 'PURGED' }
  // A later reading than the operation's own.
  if (known?.operation === entry.id && (known.readAt ?? 0) > entry.updatedAt) return known
  const before = snapshotOf(entry.before)
  const unread = known?.operation === entry.id ? known.unread : notComparedAnyMore(known?.unread)
  const base = {
    operation: entry.id,
    fields: mergeNames(known?.fields ?? [], fieldNames(before ? heldBefore(before) : [])),
    ...(unread ? { unread } : {}),
  }
  if (!isSettled(entry.state)) {
    const left = known?.left ?? []
    return entry.state === 'needs-review'
      ? { ...base, state: 'unclear', left, why: needsReview }
      : { ...base, state: 'under-way', left }
  }
  if (entry.state === 'failed') {
    const { fields } = base
    return {
      ...notErased(known, 'failed', entry.id),
      fields,
      ...(entry.error ? { why: entry.error.code } : {}),
    }
  }
  const verified = snapshotOf(entry.after)?.verified
  if (!verified) return { ...base, state: 'unclear', left: [], why: 'NOT_VERIFIED' }
  return { ...base, ...verdictOf(verified, base), readAt: entry.updatedAt }
}

/** Sent again, an order is compared with what was left in it, and no more with all that it held. */
const notComparedAnyMore = (unread: Line['unread']): Line['unread'] =>
  unread?.map((one) => ({ ...one, before: true as const }))

/** What was sent in vain. Where something was left before, it is left still. */
const notErased = (known: Line | undefined, otherwise: 'waiting' | 'failed', operation: string): Line => {
  const { fields = [], left = [], unread = [] } = known ?? {}
  const state = left.length + unread.length > 0 ? 'incomplete' : otherwise
  return { operation, fields, left, state, ...(unread.length > 0 ? { unread } : {}) }
}

/**
 * What is left decides, and what nobody saw. What was not read before the first sending is not verified by a later one, which
 * sees what stands there by then.
 */
export function verdictOf(
  {
    left,
    unread = [],
  }: { readonly left: readonly LeftField[]; readonly unread?: readonly Unread[] | undefined },
  known: Pick<Line, 'unread'>,
): Pick<Line, 'state' | 'left' | 'unread'> {
  const unseen = mergeUnread(unreadBefore(known.unread), unread)
  return {
    state: left.length + unseen.length > 0 ? 'incomplete' : 'erased',
    left: [...left],
    unread: unseen.length > 0 ? unseen : undefined,
  }
}

/** What an entry noted of an order or a contact. */
export const snapshotOf = (snapshot: unknown): DeidentifySnapshot | ContactErasure | undefined =>
  deidentifySnapshotSchema.safeParse(snapshot).data ?? contactErasureSchema.safeParse(snapshot).data

const mergeNames = (known: readonly string[], now: readonly string[]): string[] => [
  ...new Set([...known, ...now]),
]

/** Where a request stands, by its lines. */
export function stateOf(request: PrivacyRequest): PrivacyRequest['state'] {
  const lines = [...request.erasedOrders, ...request.erasedContacts]
  if (request.state === 'completed' || request.state === 'withdrawn') return request.state
  if (lines.some(({ state }) => state === 'under-way')) return 'erasing'
  const isBegun = lines.some(({ state }) => state !== 'waiting')
  if (!isBegun) return request.batches.length > 0 ? 'incomplete' : 'open'
  return lines.every(({ state }) => state === 'erased') ? 'erasing' : 'incomplete'
}
