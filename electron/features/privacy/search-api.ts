import {
  matchContact,
  matchPerson,
  type PersonMatch,
  type SearchedPlace,
  type Subject,
} from '@shared/features/privacy'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import { countOf, entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { ProfileApi } from '../../api'

/** What a search came across; `document` is the order or contact as read. */
export interface Hit {
  readonly key: string
  readonly match: PersonMatch
  readonly document: unknown
}

export interface Searched {
  readonly place: SearchedPlace
  readonly hits: readonly Hit[]
}

/** Without dates the API looks three months back (rules.md #152); nobody orders from before this. */
const fromTheBeginning = '2010-01-01T00:00:00+00:00'
const pageSize = 200
/** More of one question are not read: it is no question of one person then. */
const mostPages = 10

type Question = Parameters<ProfileApi['orders']['list']>[0]

/** What is asked of the list of orders for a person, the surest first. */
function questions({ emails, phones, name, references }: Subject): Question[] {
  const words = (name ?? '').split(/\s+/).filter((word) => word.length > 1)
  // The filter is on first or last name: the family name is the last word for most.
  const family = words.at(-1)
  return [
    ...references.flatMap((reference): Question[] => [
      ...(reference.length >= 8 ? [{ order_reference: reference }, { booking_reference: reference }] : []),
      { order_external_reference: reference },
      { booking_external_reference: reference },
    ]),
    ...emails.map((email): Question => ({ order_contact_email: email })),
    ...[...emails, ...phones, ...(name === undefined ? [] : [name])].map(
      (text): Question => ({ order_search_query: text }),
    ),
    ...(family === undefined ? [] : [{ order_contact_name: family }]),
  ]
}

/** Asks the API for orders of a person. A question that it refuses leaves the others. */
export async function searchOrders(
  { orders }: Pick<ProfileApi, 'orders'>,
  subject: Subject,
): Promise<Searched> {
  const run = collector(
    (order) => textOf(fieldsOf(order).order_reference),
    (order) => matchPerson(subject, order),
  )
  for (const question of questions(subject)) {
    const page = (start_index: number) =>
      orders.list({
        ...question,
        order_created_from: fromTheBeginning,
        items_per_page: pageSize,
        start_index,
      })
    if (!(await run.all(page))) break
  }
  return run.result('api-orders')
}

/** Roles of contacts, each of which the contacts module lists by itself (endpoints.md, 37). */
const contactTypes = ['CONTACT', 'BOOKER', 'GUEST', 'PAYMENT'] as const

/** Looks through the contacts module, which has no filter by address or name. */
export async function searchContacts(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  subject: Subject,
): Promise<Searched> {
  const run = collector(
    (contact) => textOf(fieldsOf(contact).contact_uid),
    (contact) => matchContact(subject, contact),
  )
  for (const contact_type of contactTypes) {
    const page = (start_index: number) =>
      contacts.list({ contact_type, items_per_page: pageSize, start_index })
    if (!(await run.all(page))) break
  }
  return run.result('api-contacts')
}

type Page = Result<{ readonly value: unknown }, AppError>

/** Errors after which no other question would fare better. */
const final: readonly AppError['code'][] = ['OFFLINE', 'SIGNED_OUT', 'RATE_LIMITED']

function collector(
  keyOf: (item: unknown) => string | undefined,
  judge: (item: unknown) => PersonMatch | undefined,
) {
  const hits = new Map<string, Hit>()
  const looked = new Set<string>()
  let asked = 0
  let answered = 0
  let why: string | undefined
  const take = (items: readonly unknown[]): void => {
    for (const item of items) {
      const key = keyOf(item)
      if (key === undefined) continue
      looked.add(key)
      const match = judge(item)
      if (match) hits.set(key, { key, match, document: item })
    }
  }
  return {
    /** Reads all pages of one question; false when asking on is of no use. */
    all: async (page: (startIndex: number) => Promise<Page>): Promise<boolean> => {
      asked += 1
      let start = 1
      for (let pages = 0; pages < mostPages; pages++) {
        const answer = await page(start)
        if (!answer.ok) {
          why = answer.error.code
          return !final.includes(answer.error.code)
        }
        const data = fieldsOf(fieldsOf(answer.value.value).data)
        const items = entriesOf(data.items)
        take(items)
        start += items.length
        if (items.length === 0 || start > (countOf(data.total_items) ?? items.length)) {
          answered += 1
          return true
        }
      }
      why = 'TOO_MANY'
      return true
    },
    result: (place: SearchedPlace['place']): Searched => ({
      place: {
        place,
        state: answered === asked ? 'searched' : answered > 0 || looked.size > 0 ? 'partly' : 'not-searched',
        ...(why === undefined ? {} : { why }),
        looked: looked.size,
      },
      hits: [...hits.values()],
    }),
  }
}
