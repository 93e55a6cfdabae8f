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
import { entriesOf } from '@shared/kernel/tolerant'
import type { DistributorApi, ProfileApi } from '../../api'
import type { JournalStore } from '../../journal'
import { revisionOf } from '../contacts'

export interface ReviewDeps {
  readonly api: DistributorApi
  readonly store: Pick<JournalStore, 'list'>
}

/** Read at the same time; the client paces them. */
const readers = 4

/** Reads everything that is chosen afresh, and says what would be erased and what speaks against it. */
export async function reviewRequest(
  { profile, orders, contacts }: PrivacyRequest,
  { api, store }: ReviewDeps,
  terms: HoldTerms,
): Promise<{ orders: OrderReview[]; contacts: ContactReview[] }> {
  const profileApi = api.for(profile)
  const openOn = async (order: string): Promise<HoldReason[]> => {
    const open = ['queued', 'sending', 'unknown', 'at-supplier', 'needs-review'] as const
    const page = await store.list({ profile, order, states: [...open], limit: 1 })
    return page.entries.length > 0 ? [{ kind: 'open-operation' }] : []
  }
  return {
    orders: await someAtATime(
      orders.filter(({ chosen }) => chosen),
      async ({ reference }) => {
        const review = await reviewOrder(profileApi, reference, terms)
        return { ...review, holds: [...review.holds, ...(await openOn(reference))] }
      },
    ),
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
