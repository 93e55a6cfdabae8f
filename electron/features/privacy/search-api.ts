import { contactTypes } from '@shared/features/amendments'
import {
  matchContact,
  matchPerson,
  normalPhone,
  type PersonMatch,
  type SearchedPlace,
  type Subject,
} from '@shared/features/privacy'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type ProfileApi, readPage } from '../../api'
import { isRefused } from './is-refused'

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

/** What a search that may take long is told, and tells. */
export interface SearchRun {
  /** Ends it where it is; what was not read by then is told as not searched. */
  readonly signal: AbortSignal
  /** Told after each page: so many orders or contacts more were looked at. */
  readonly looked: (more: number) => void
}

/** Without dates the API looks three months back (rules.md #152); nobody orders from before this. */
const fromTheBeginning = '2010-01-01T00:00:00+00:00'
const pageSize = 200

interface Question {
  /** What it is asked for: another question for the same stands in for one that the server does not take. */
  readonly about: string
  readonly filters: Parameters<ProfileApi['orders']['list']>[0]
}

/** Last digits of a phone number that are the same with and without its country. */
const telling = 8

/**
 * How a phone number may be written on an order: the server finds whole words, so that digits alone lead to no number with
 * spaces in it, nor the other way round. The first finds it however it begins (endpoints.md, `order_search_query`).
 */
export function phoneTexts(phone: string): string[] {
  const digits = normalPhone(phone)
  const parsed = parsePhoneNumberFromString(/^\s*(\+|00)/.test(phone) ? `+${digits}` : phone)
  const typed = phone.trim().replace(/^(\+|00)/, '')
  const written = parsed
    ? [parsed.formatNational(), parsed.formatInternational().replace(`+${parsed.countryCallingCode} `, '')]
    : [typed.replace(/^0/, '')]
  return [...new Set([...(digits.length < telling ? [] : [`*${digits.slice(-telling)}`]), typed, ...written])]
}

/** What is asked of the list of orders for a person, the surest first. */
function questions({ emails, phones, name, references }: Subject): Question[] {
  const words = (name ?? '').split(/\s+/).filter((word) => word.length > 1)
  // The filter is on first or last name: the family name is the last word for most.
  const family = words.at(-1)
  const ask =
    (...filters: Question['filters'][]) =>
    (about: string): Question[] =>
      filters.map((one) => ({ about, filters: one }))
  return [
    ...references.flatMap((reference) =>
      ask(
        ...(reference.length >= 8 ? [{ order_reference: reference }, { booking_reference: reference }] : []),
        { order_external_reference: reference },
        { booking_external_reference: reference },
      )(reference),
    ),
    ...emails.flatMap((email) => ask({ order_contact_email: email }, { order_search_query: email })(email)),
    ...phones.flatMap((phone) =>
      phoneTexts(phone).flatMap((text) => ask({ order_search_query: text })(text)),
    ),
    ...(name === undefined ? [] : ask({ order_search_query: name })(name)),
    ...(name === undefined || family === undefined ? [] : ask({ order_contact_name: family })(name)),
  ]
}

/** Asks the API for orders of a person. A question that it refuses leaves the others. */
export async function searchOrders(
  { orders }: Pick<ProfileApi, 'orders'>,
  subject: Subject,
  { signal, looked }: SearchRun,
): Promise<Searched> {
  const run = collector(
    (order) => textOf(fieldsOf(order).order_reference),
    (order) => matchPerson(subject, order),
    { signal, looked },
  )
  for (const { about, filters } of questions(subject)) {
    const page = (number: number) =>
      orders.list(
        { ...filters, order_created_from: fromTheBeginning, items_per_page: pageSize, page: number },
        { signal },
      )
    await run.all(about, page)
  }
  return run.result('api-orders')
}

/**
 * Looks through the whole contacts module, which has no filter by address or name and lists each role by itself
 * (endpoints.md, 37).
 */
export async function searchContacts(
  { contacts }: Pick<ProfileApi, 'contacts'>,
  subject: Subject,
  { signal, looked }: SearchRun,
): Promise<Searched> {
  const run = collector(
    (contact) => textOf(fieldsOf(contact).contact_uid),
    (contact) => matchContact(subject, contact),
    { signal, looked },
  )
  for (const contact_type of contactTypes) {
    // By page: a position is bounded, a page is not (rules.md #36).
    const page = (number: number) =>
      contacts.list({ contact_type, items_per_page: pageSize, page: number }, { signal })
    await run.all(contact_type, page)
  }
  return run.result('api-contacts')
}

type Page = Result<{ readonly value: unknown }, AppError>

/** Errors after which no other question would fare better. */
const final: readonly AppError['code'][] = ['OFFLINE', 'SIGNED_OUT', 'RATE_LIMITED']

/** How a question went: answered to its end, not taken by the server, or ended before its end. */
type Outcome = 'whole' | 'refused' | 'cut'

function collector(
  keyOf: (item: unknown) => string | undefined,
  judge: (item: unknown) => PersonMatch | undefined,
  { signal, looked: told }: SearchRun,
) {
  const hits = new Map<string, Hit>()
  const looked = new Set<string>()
  const outcomes = new Map<string, Outcome[]>()
  let why: string | undefined
  let isOver = false
  const take = (items: readonly unknown[]): void => {
    const before = looked.size
    for (const item of items) {
      const key = keyOf(item)
      if (key === undefined) continue
      looked.add(key)
      const match = judge(item)
      if (match) hits.set(key, { key, match, document: item })
    }
    told(looked.size - before)
  }
  const read = async (page: (number: number) => Promise<Page>): Promise<Outcome> => {
    /** Within this question: another may have come across the same. */
    const seen = new Set<string>()
    for (let number = 1; ; number++) {
      if (signal.aborted) return 'cut'
      const answer = await page(number)
      if (!answer.ok) {
        isOver ||= final.includes(answer.error.code)
        why = answer.error.code
        if (!isRefused(answer.error)) return 'cut'
        if (number === 1) return 'refused'
        // Pages beyond a position are refused (rules.md #36).
        why = 'TOO_MANY'
        return 'cut'
      }
      const data = fieldsOf(fieldsOf(answer.value.value).data)
      const items = entriesOf(data.items)
      take(items)
      if (readPage({ data: { ...data, items } }, number).isLast) return 'whole'
      const before = seen.size
      for (const item of items) seen.add(keyOf(item) ?? '')
      // The same again is all that would come.
      if (seen.size === before) {
        why = 'TOO_MANY'
        return 'cut'
      }
    }
  }
  return {
    /** Reads all pages of one question, or none once asking is of no use. */
    all: async (about: string, page: (number: number) => Promise<Page>): Promise<void> => {
      const outcome = isOver || signal.aborted ? 'cut' : await read(page)
      outcomes.set(about, [...(outcomes.get(about) ?? []), outcome])
    },
    result: (place: SearchedPlace['place']): Searched => {
      const all = [...outcomes.values()]
      const isWhole = all.every((of) => of.includes('whole') && !of.includes('cut'))
      const isBegun = looked.size > 0 || all.some((of) => of.includes('whole'))
      const cause = signal.aborted ? 'STOPPED' : why
      return {
        place: {
          place,
          state: isWhole ? 'searched' : isBegun ? 'partly' : 'not-searched',
          ...(isWhole || cause === undefined ? {} : { why: cause }),
          looked: looked.size,
        },
        hits: [...hits.values()],
      }
    },
  }
}
