import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { type Answer, startTestSandbox, type TestClient, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { scenario } from './support/orders'

let stateDir: string
let client: TestClient
const clock = testClock()
const config = () => ({ orders: 700, faultToken: FAULT_TOKEN, stateDir })
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sandbox-deidentify-'))
  client = await startTestSandbox(config(), clock)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
  await rm(stateDir, { recursive: true, force: true })
})

/** What tells Elske from everybody else, wherever it stands. */
const HERS =
  /elske|vandermolen|ostby|østby|201234987|7730912|31612349877|"7791"|1987-05-14|hindeloopen|"1187"|KL 1187|sjoerd/i

const erase = (order: OrderDocument): Promise<Answer> =>
  client.send('PUT', `/orders/${order.order_reference}/deidentify`)

async function erased(order: OrderDocument): Promise<OrderDocument> {
  const answer = await erase(order)
  if (!answer.json.data?.order) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json.data.order
}

const leave = (what: string, more: object = {}) =>
  controlOf(client).fault({ kind: 'leaves', path: '/orders/*/deidentify', what, ...more })

const text = (value: unknown): string => JSON.stringify(value)
const hers = (value: string): string | undefined => HERS.exec(value)?.[0]

describe('PUT /orders/{order_reference}/deidentify', () => {
  it('puts tokens in the place of personal data, in every version of the order (rule 197)', async () => {
    const before = await scenario(client, 'DEMO-ERASE-1')
    expect(text(before)).toMatch(HERS)
    const after = await erased(before)
    expect(hers(text(after))).toBeUndefined()
    expect(await client.order(before.order_reference)).toEqual(after)
    const { versions, commits } = await controlOf(client).truth(before.order_reference)
    expect(hers(text(versions))).toBeUndefined()
    expect(versions.map((version) => version.order_version)).toEqual([1, 2])
    expect(commits.map((commit) => commit.kind)).toEqual(['DEIDENTIFY'])
    const first = await client.get(`/orders/${before.order_reference}?order_version=1`)
    expect(hers(first.text)).toBeUndefined()
    const payments = await client.get(`/payments?order_reference=${before.order_reference}`)
    expect(hers(payments.text)).toBeUndefined()
    const voucher = await client.get(`/orders/${before.order_reference}/voucher`, {
      accept: 'application/pdf',
    })
    expect(voucher.text).toContain(after.order_contacts?.[0]?.contact_name_last)
  })

  it('keeps what is sold, paid and said by staff, and counts as a change', async () => {
    const { versions } = await controlOf(client).truth(
      (await scenario(client, 'DEMO-ERASE-3')).order_reference,
    )
    const before = versions.at(-1) as OrderDocument
    const after = await erased(before)
    for (const name of [
      'order_pricing',
      'order_created',
      'order_created_email',
      'order_external_reference',
    ]) {
      expect(after[name]).toEqual(before[name])
    }
    const without = ({ order_bookings: bookings }: OrderDocument) =>
      bookings.map(({ booking_notes: _, ...booking }) => booking)
    expect(without(after)).toEqual(without(before))
    expect(after.order_payments).toHaveLength(before.order_payments?.length ?? 0)
    expect(after.order_version).toBe(before.order_version + 1)
    expect(after.order_modified).toBe('2026-11-21T12:00:00+01:00')
    expect(after.order_event_details.slice(0, -1)).toEqual(before.order_event_details)
    expect(after.order_event_details.at(-1)).toMatchObject({ event_type: 'ORDER_UPDATE' })
  })

  it('the same value is the same token, another one another, and a token has the form of an address or key', async () => {
    const order = await client.order((await scenario(client, 'DEMO-ERASE-1')).order_reference)
    const [booker, companion, payer] = order.order_contacts ?? []
    expect(payer?.contact_name_last).toBe(booker?.contact_name_last)
    expect(companion?.contact_name_last).not.toBe(booker?.contact_name_last)
    expect(booker?.contact_email).toMatch(/^deid-\d{15}-\d+@deidentified\.invalid$/)
    expect(booker?.contact_uid).toMatch(/^de1d0000-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/)
    expect((await client.get(`/contacts/${booker?.contact_uid}`)).status).toBe(404)
    expect(Object.keys(booker ?? {})).toEqual(
      expect.not.arrayContaining(['contact_birth_date', 'contact_age']),
    )
    expect(booker).toMatchObject({ contact_type: 'BOOKER', contact_version: 1 })
    expect(order.order_notes).toMatchObject([
      { note_value: expect.stringMatching(/^deid-/), note_creator_user_name: 'Andrew Visser' },
      { note_value: expect.stringMatching(/^deid-/) },
    ])
    expect(order.order_custom_fields).toMatchObject([
      { custom_field_name: 'Hotel guest', custom_field_value: expect.stringMatching(/^deid-/) },
      { custom_field_name: 'Campaign' },
    ])
  })

  it('once more changes nothing: no version, no trace (rule 20)', async () => {
    const order = await client.order((await scenario(client, 'DEMO-ERASE-1')).order_reference)
    const answer = await erase(order)
    expect([answer.status, answer.json.data?.order]).toEqual([200, order])
    expect((await controlOf(client).truth(order.order_reference)).commits).toHaveLength(1)
    const [arrival] = (await controlOf(client).arrivals('PUT')).slice(-1)
    expect(arrival?.committed).toBeUndefined()
  })

  it('a cancelled order goes as well: it is no amendment (rule 161); its refunds keep their sums', async () => {
    const before = await scenario(client, 'DEMO-ERASE-2')
    const after = await erased(before)
    expect(hers(text(after))).toBeUndefined()
    const sums = (order: OrderDocument) =>
      order.order_payments?.map((each) => [each.payment_type, each.payment_total])
    expect(sums(after)).toEqual(sums(before))
  })

  it('no search finds the person in it any more; the contacts module still has her (rule 198)', async () => {
    const order = await scenario(client, 'DEMO-ERASE-4')
    const uid = order.order_contacts?.[0]?.contact_uid
    // They lie further back than the three months that are listed otherwise (rule 152).
    const since = 'order_created_from=2025-01-01T00:00:00%2B01:00'
    const found = async (query: string) =>
      (await client.list(`${query}&${since}&items_per_page=50`)).items.map(
        (each) => each.order_external_reference,
      )
    const queries = [
      `order_contact_uid=${uid}`,
      'order_contact_name=Vandermolen-Østby',
      'order_contact_email=elske.vandermolen@erase.example.com',
      'order_search_query=Vandermolen*',
    ]
    for (const query of queries) expect(await found(query), query).toContain('DEMO-ERASE-4')
    await erased(order)
    for (const query of queries) expect(await found(query), query).not.toContain('DEMO-ERASE-4')
    expect(await found('order_contact_name=Vandermolen-Østby')).toContain('DEMO-ERASE-NAMESAKE')
    const book = await client.get(`/contacts/${uid}?include_versions=true`)
    expect(book.text).toMatch(/Elske.*elske\.vandermolen@erase\.example\.com/)
  })

  it.each([
    ['DEMO-ERASE-WAITING', '', 409, 'ORDER_IN_PROCESS'],
    ['DEMO-ERASE-UNPAID', '', 409, 'PAYMENT_UNDER_WAY'],
    ['DEMO-REFUND-PENDING', '', 409, 'PAYMENT_UNDER_WAY'],
    ['DEMO-CANCELLATION-PROCESSING', '', 409, 'ORDER_IN_PROCESS'],
    ['DEMO-JPY', '?force=true', 400, 'INVALID_REQUEST'],
  ])(
    'of %s with "%s" is refused, and nothing changes (rules 29, 62, 68)',
    async (key, query, status, code) => {
      const before = await scenario(client, key)
      const answer = await client.send('PUT', `/orders/${before.order_reference}/deidentify${query}`)
      expect([answer.status, answer.json.error]).toEqual([status, code])
      expect(await client.order(before.order_reference)).toEqual(before)
      expect((await controlOf(client).truth(before.order_reference)).commits).toEqual([])
    },
  )

  it('of an order that does not exist is 404 (rule 66)', async () => {
    expect((await client.send('PUT', '/orders/100000000000000/deidentify')).status).toBe(404)
  })

  it('what comes in later is replaced the next time: a contact pushed to the order adds the person again (rule 191)', async () => {
    const order = await client.order((await scenario(client, 'DEMO-ERASE-4')).order_reference)
    const contact = {
      ...(await scenario(client, 'DEMO-ERASE-UNPAID')).order_contacts?.[0],
      contact_language: 'nl',
    }
    await client.send('PUT', `/contacts/${contact.contact_uid}?order_reference=${order.order_reference}`, {
      data: { contact },
    })
    const back = await client.order(order.order_reference)
    expect(back.order_contacts).toHaveLength(2)
    expect(text(back)).toMatch(HERS)
    const after = await erased(order)
    expect(hers(text(after))).toBeUndefined()
    expect(after.order_contacts?.[0]).toEqual(order.order_contacts?.[0])
    const tokens = text(after).match(/deid-\d+-\d+/g) ?? []
    expect(new Set(tokens).size).toBeGreaterThan(5)
  })
})

describe('a fault', () => {
  const cases: readonly (readonly [
    what: string,
    more: object,
    key: string,
    left: (order: OrderDocument) => unknown,
  ])[] = [
    ['note', {}, 'DEMO-HOSTILE', (order) => order.order_notes],
    ['guest-field', {}, 'DEMO-BHD', (order) => order.order_contacts?.map((each) => each.contact_phone)],
    [
      'guest-field',
      { field: 'contact_email' },
      'DEMO-KWD',
      (order) => order.order_contacts?.map((each) => each.contact_email),
    ],
    [
      'custom-field',
      {},
      'DEMO-CONTACT-EVERYTHING',
      (order) => order.order_contacts?.map((each) => (each.contact_custom_fields as object[])[0]),
    ],
    ['checkout-field', {}, 'DEMO-EVERYTHING', (order) => order.order_checkout_fields],
    ['everything', {}, 'DEMO-DKK', (order) => order.order_contacts],
  ]

  it.each(cases)('leaves %s %j in %s, and answers as if it had not', async (what, more, key, left) => {
    const before = await scenario(client, key)
    await leave(what, more)
    const after = await erased(before)
    expect(after.order_version).toBe(before.order_version + 1)
    expect(left(after)).toEqual(left(before))
    if (what !== 'everything') expect(text(after)).toContain('deid-')
    // The next call does what this one left
    const done = await erased(before)
    expect(left(done)).not.toEqual(left(before))
  })

  it('leaves the older versions, which can still be read', async () => {
    const before = await scenario(client, 'DEMO-AMENDED')
    await leave('older-versions')
    const name = String(before.order_contacts?.[0]?.contact_name_last)
    expect(text(await erased(before))).not.toContain(name)
    const old = await client.get(`/orders/${before.order_reference}?order_version=2`)
    expect(old.text).toContain(name)
    await erased(before)
    expect((await client.get(`/orders/${before.order_reference}?order_version=2`)).text).not.toContain(name)
  })

  it('a stale read shows the person once more, as a cache may (rule 42)', async () => {
    const before = await scenario(client, 'DEMO-ZERO')
    await erased(before)
    await controlOf(client).fault({ kind: 'stale-read', method: 'GET' })
    expect(await client.order(before.order_reference)).toEqual(before)
    expect(await client.order(before.order_reference)).not.toEqual(before)
  })
})

it('every order that may be de-identified can be: nothing of its people is left, money and tickets are', async () => {
  const { items } = await client.list('order_created_from=2025-01-01T00:00:00%2B01:00&items_per_page=200')
  let done = 0
  for (const order of items) {
    const answer = await erase(order)
    if (answer.status === 409) continue
    done += 1
    const after = answer.json.data?.order
    expect(answer.status).toBe(200)
    expect(after?.order_pricing).toEqual(order.order_pricing)
    const { versions } = await controlOf(client).truth(order.order_reference)
    const people = text(versions.map((version) => version.order_contacts))
    for (const contact of order.order_contacts ?? []) {
      for (const name of [
        'contact_email',
        'contact_phone',
        'contact_mobile',
        'contact_room_number',
      ] as const) {
        const value = contact[name]
        if (typeof value === 'string' && value.length > 3 && !value.startsWith('deid-')) {
          expect(people).not.toContain(JSON.stringify(value))
        }
      }
    }
  }
  expect(done).toBeGreaterThan(150)
})

it('what is gone is gone after a restart', async () => {
  const { order_reference: reference } = await scenario(client, 'DEMO-ERASE-1')
  const before = await client.order(reference)
  await client.sandbox.close()
  client = await startTestSandbox(config(), clock)
  expect(await client.order(reference)).toEqual(before)
  expect(await erased(before)).toEqual(before)
})
