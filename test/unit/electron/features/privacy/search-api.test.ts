import { contactTypes } from '@shared/features/amendments'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { expect, test } from 'vitest'
import type { ProfileApi } from '../../../../../electron/api'
import { searchContacts, searchOrders } from '../../../../../electron/features/privacy/search-api'

const subject = { name: undefined, emails: ['ann@example.com'], phones: [], references: [] }
const uid = (n: number) => `f3b1c2d4-0000-4000-8000-${String(n).padStart(12, '0')}`
const contact = (n: number, email = `guest${n}@example.org`) => ({
  contact_uid: uid(n),
  contact_email: email,
})

const run = (stopAt = Number.POSITIVE_INFINITY) => {
  const controller = new AbortController()
  let total = 0
  return {
    signal: controller.signal,
    looked: (more: number) => {
      total += more
      if (total >= stopAt) controller.abort()
    },
    total: () => total,
  }
}

/** A module that holds so many guests, pages of which are at most 150 whatever is asked; and whoever is the last of them. */
function moduleOf(count: number, { page: ignored = false, refuses = Number.POSITIVE_INFINITY } = {}) {
  const list = async ({ contact_type, page = 1 }: { contact_type?: string; page?: number } = {}) => {
    const all = contact_type === 'GUEST' ? count : 0
    const index = ignored ? 1 : page
    if (index > refuses)
      return err(appError('INVALID_INPUT', 'no page so far', { upstream: { status: 400 } }))
    const from = (index - 1) * 150
    const items = Array.from({ length: Math.max(0, Math.min(150, all - from)) }, (_, at) =>
      contact(from + at, from + at === count - 1 ? 'ann@example.com' : undefined),
    )
    return ok({ value: { data: { items, items_per_page: 150, page_index: index, total_items: all } } })
  }
  return { contacts: { list } } as unknown as Pick<ProfileApi, 'contacts'>
}

test('a module of 12,000 contacts is read to the end, whatever size its pages have, and says how far it is', async () => {
  const told = run()
  const { place, hits } = await searchContacts(moduleOf(12_000), subject, told)
  expect(place).toEqual({ place: 'api-contacts', state: 'searched', looked: 12_000 })
  expect(hits.map(({ key }) => key)).toEqual([uid(11_999)])
  expect(told.total()).toBe(12_000)
})

test.each(contactTypes)(
  'a contact of the role %s is found: the module lists each role by itself',
  async (role) => {
    const list = async ({ contact_type }: { contact_type?: string } = {}) => {
      const items = contact_type === role ? [contact(1, 'ann@example.com')] : []
      return ok({ value: { data: { items, total_items: items.length } } })
    }
    const { place, hits } = await searchContacts(
      { contacts: { list } } as unknown as Pick<ProfileApi, 'contacts'>,
      subject,
      run(),
    )
    expect(place).toEqual({ place: 'api-contacts', state: 'searched', looked: 1 })
    expect(hits.map(({ key }) => key)).toEqual([uid(1)])
  },
)

test('one that is stopped is told as searched in part, with what was found by then', async () => {
  const { place, hits } = await searchContacts(moduleOf(12_000), subject, run(300))
  expect(place).toEqual({ place: 'api-contacts', state: 'partly', looked: 300, why: 'STOPPED' })
  expect(hits).toEqual([])
})

test.each([
  ['refuses a page beyond a position', { refuses: 2 }, 300],
  ['gives the same page again and again', { page: true }, 150],
])('a module that %s was not searched to its end', async (_, how, looked) => {
  const { place } = await searchContacts(moduleOf(12_000, how), subject, run())
  expect(place).toEqual({ place: 'api-contacts', state: 'partly', looked, why: 'TOO_MANY' })
})

/** Orders that are found by their full text; `email` is what the filter on addresses says. */
const ordersThat = (email: 'refuses' | 'fails' | 'answers', text: 'answers' | 'refuses' = 'answers') => {
  const answer = ok({ value: { data: { items: [], items_per_page: 200, page_index: 1, total_items: 0 } } })
  const refusal = err(appError('UPSTREAM', 'no', { upstream: { status: 400 } }))
  const failure = err(appError('UPSTREAM', 'no', { upstream: { status: 500 } }))
  const list = async ({ order_contact_email }: { order_contact_email?: string }) => {
    if (order_contact_email === undefined) return text === 'answers' ? answer : refusal
    return { refuses: refusal, fails: failure, answers: answer }[email]
  }
  return { orders: { list } } as unknown as Pick<ProfileApi, 'orders'>
}

test('a filter that the server does not take is made up for by another for the same address', async () => {
  const { place } = await searchOrders(ordersThat('refuses'), subject, run())
  expect(place).toEqual({ place: 'api-orders', state: 'searched', looked: 0 })
})

test('one that fails is not, and neither is an address that no filter takes', async () => {
  const failed = await searchOrders(ordersThat('fails'), subject, run())
  expect(failed.place).toEqual({ place: 'api-orders', state: 'partly', looked: 0, why: 'UPSTREAM' })
  const refused = await searchOrders(ordersThat('refuses', 'refuses'), subject, run())
  expect(refused.place).toMatchObject({ state: 'not-searched', why: 'UPSTREAM' })
})
