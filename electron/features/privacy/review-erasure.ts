import {
  type ContactReview,
  type HoldReason,
  type HoldTerms,
  holdReasons,
  type OrderReview,
  type PersonalField,
  type PrivacyRequest,
  personalFields,
  personalFieldsOfContact,
  voucherEffect,
} from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { entriesOf } from '@shared/kernel/tolerant'
import type { DistributorApi, ProfileApi } from '../../api'
import type { JournalStore } from '../../journal'
import { isOwner, type OrderOwner } from '../../journal/privacy-record'
import { revisionOf } from '../contacts'

export interface ReviewDeps {
  readonly api: DistributorApi
  readonly store: OperationsStore
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: ProfileId) => string | undefined
}

type OperationsStore = Pick<JournalStore, 'unsettled'> & {
  readonly batches: Pick<JournalStore['batches'], 'linesOf'>
}

/**
 * Those of the orders on which something of this desk is still to happen or may have happened, with whatever profile of the
 * account: what it knows of the order is needed until then, and what it sends may bring the person back.
 */
export async function openAmong(
  { unsettled, batches }: OperationsStore,
  owner: OrderOwner,
  orders: readonly string[],
): Promise<ReadonlySet<string>> {
  const entries = await unsettled()
  const open = new Set(entries.filter((entry) => isOwner(owner, entry)).map(({ order }) => order))
  for (const order of orders) {
    const lines = open.has(order) ? [] : await batches.linesOf(order)
    if (lines.some(({ batch, line }) => line.state === 'queued' && isOwner(owner, batch))) open.add(order)
  }
  return new Set(orders.filter((order) => open.has(order)))
}

/** Read at the same time; the client paces them. */
const readers = 4

/** Reads everything that is chosen afresh, and says what would be erased and what speaks against it. */
export async function reviewRequest(
  { profile, orders, contacts }: PrivacyRequest,
  { api, store, accountOf }: ReviewDeps,
  terms: HoldTerms,
): Promise<{ orders: OrderReview[]; contacts: ContactReview[] }> {
  const profileApi = api.for(profile)
  const chosen = orders.filter((order) => order.chosen)
  const open = await openAmong(
    store,
    { profile, account: accountOf(profile) },
    chosen.map(({ reference }) => reference),
  )
  const openOn = (order: string): HoldReason[] => (open.has(order) ? [{ kind: 'open-operation' }] : [])
  return {
    orders: await someAtATime(chosen, async ({ reference }) => {
      const review = await reviewOrder(profileApi, reference, terms)
      return { ...review, holds: [...review.holds, ...openOn(reference)] }
    }),
    contacts: await someAtATime(
      contacts.filter(({ chosen }) => chosen),
      ({ uid }) => reviewContact(profileApi, uid),
    ),
  }
}

async function reviewOrder(
  { orders }: Pick<ProfileApi, 'orders'>,
  reference: string,
  terms: HoldTerms,
): Promise<OrderReview> {
  const document = await orders.get(reference, { fresh: true })
  if (!document.ok) {
    return {
      ...{ reference, fields: [], holds: [], vouchers: { released: 0, unused: 0 } },
      unreadable: document.error.code,
    }
  }
  const { order } = document.value.value.data
  return {
    reference,
    fields: personalFields(order).map(reviewed),
    holds: holdReasons(order, terms),
    vouchers: voucherEffect(order),
  }
}

async function reviewContact(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  uid: string,
): Promise<ContactReview> {
  const document = await contacts.get(uid, { versions: true })
  if (!document.ok) return { uid, fields: [], revisions: 0, unreadable: document.error.code }
  const contact = revisionOf(document.value)?.contact
  return {
    uid,
    fields: personalFieldsOfContact(contact).map(reviewed),
    revisions: entriesOf(document.value.value.data?.items).length,
  }
}

const reviewed = ({ pointer, field, group, value, inferred }: PersonalField) => ({
  ...{ pointer, field, group, value, inferred },
})

/** Works on a list, a few at a time, and answers in its order. */
export async function someAtATime<Item, Answer>(
  items: readonly Item[],
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [at, item] of queue) answers[at] = await work(item)
  }
  await Promise.all(Array.from({ length: readers }, worker))
  return answers
}
