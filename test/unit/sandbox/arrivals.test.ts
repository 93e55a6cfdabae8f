import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { cancelled, scenario } from './support/orders'

let stateDir: string
let client: TestClient
const clock = testClock()
const config = () => ({ orders: 700, faultToken: FAULT_TOKEN, stateDir })
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sandbox-arrivals-'))
  client = await startTestSandbox(config(), clock)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
  await rm(stateDir, { recursive: true, force: true })
})

interface Arrived {
  readonly reference: string
  readonly contactUid: string
  readonly order: OrderDocument
}

async function arrive(arrival: object = {}): Promise<Arrived> {
  const answer = await controlOf(client).call('POST', '/orders', arrival)
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return JSON.parse(answer.text)
}

const ANNA = { first: 'Anna', last: 'Arrivée', email: 'anna.arrives@example.com', phone: '+33612345678' }

it('an order arrives with its guest: newest in the list, found by its keys, with a contact in the module', async () => {
  const before = await client.list('items_per_page=3')
  clock.advance(60_000)
  const { reference, contactUid, order } = await arrive({
    guest: ANNA,
    contact: { contact_birth_date: '1990-01-02' },
    product: '62505',
    days: 3,
    externalReference: 'ARRIVED-1',
  })
  expect(order).toMatchObject({
    order_version: 1,
    order_created: '2026-11-21T12:01:00+01:00',
    order_modified: '2026-11-21T12:01:00+01:00',
    order_contacts: [{ contact_name_last: 'Arrivée', contact_birth_date: '1990-01-02', contact_version: 1 }],
  })
  expect(order.order_bookings[0]?.booking_travel_date).toMatch(/^2026-11-24T/)
  expect(await client.order(reference)).toEqual(order)
  const after = await client.list('items_per_page=4')
  expect(after.items).toEqual([order, ...before.items])
  expect(after.total_items).toBe(before.total_items + 1)
  for (const query of [
    `order_reference=${reference}`,
    'order_external_reference=ARRIVED-1',
    `order_contact_uid=${contactUid}`,
    'order_contact_name=arrivee',
    `order_contact_email=${ANNA.email}`,
    'order_search_query=arriv*',
    'order_modified=2026-11-21T12:00:30%2B01:00',
  ]) {
    expect((await client.list(query)).items, query).toEqual([order])
  }
  const book = await client.get(`/contacts/${contactUid}`)
  expect(book.json.data?.items).toEqual(order.order_contacts)
  const listed = await client.get('/contacts?contact_type=BOOKER')
  expect(listed.json.data?.items?.[0]).toEqual(order.order_contacts?.[0])
})

it('a known contact books again, in the newest version of the module', async () => {
  const uid = String((await scenario(client, 'DEMO-CONTACT-REVISED')).order_contacts?.[0]?.contact_uid)
  const { contactUid, order } = await arrive({ contactUid: uid, settlement: 'DIRECT' })
  expect(contactUid).toBe(uid)
  expect(order.order_contacts).toMatchObject([{ contact_version: 4, contact_name_last: 'Revised-Jansen' }])
  expect(order.order_payments?.[0]).toMatchObject({ payment_status: 'PAID' })
  const payments = await client.get(`/payments?order_reference=${order.order_reference}`)
  expect(payments.json.data?.items).toEqual(order.order_payments)
  const { items } = await client.list(`order_contact_uid=${uid}`)
  expect(items.map((each) => each.order_reference)).toContain(order.order_reference)
})

it('it takes places, and can be cancelled and de-identified like any other', async () => {
  const { order } = await arrive({ guest: ANNA, days: 5 })
  const gone = await cancelled(client, order)
  expect(gone.order_status).toBe('ORDER_CANCELLED')
  const answer = await client.send('PUT', `/orders/${order.order_reference}/deidentify`)
  expect(answer.text).not.toMatch(/Arrivée|anna\.arrives/)
})

it('one that makes no sense is refused, and none arrives (rule 62)', async () => {
  const before = await client.list('items_per_page=1')
  const call = (body: object) => controlOf(client).call('POST', '/orders', body)
  expect((await call({ product: '1' })).status).toBe(422)
  expect((await call({ tickets: 0 })).status).toBe(400)
  expect((await call({ contactUid: 'f44226c0-e142-11ea-86d2-83036af9991e' })).status).toBe(404)
  expect(await client.list('items_per_page=1')).toEqual(before)
})

it('outlives a restart; orders of the days since are newer, and the next one gets a fresh reference', async () => {
  const first = await arrive({ externalReference: 'ARRIVED-2' })
  const days = 3 * 86_400_000
  clock.advance(days)
  await client.sandbox.close()
  client = await startTestSandbox(config(), clock)
  expect(await client.order(first.reference)).toEqual(first.order)
  const second = await arrive({ externalReference: 'ARRIVED-3' })
  expect(second.reference).not.toBe(first.reference)
  const { items } = await client.list('items_per_page=60')
  const times = items.map((order) => Date.parse(order.order_created))
  expect(times).toEqual([...times].sort((a, b) => b - a))
  const keys = items.map((order) => order.order_external_reference)
  expect(keys[0]).toBe('ARRIVED-3')
  expect(keys.indexOf('ARRIVED-2')).toBeGreaterThan(2)
  expect(new Set(keys).size).toBe(60)
  const filtered = await client.list('items_per_page=60&distributor_id=501')
  expect(filtered.items).toEqual(items)
  const oldest = await client.list('items_per_page=1&order_sort_order=ASC&page=2')
  expect(oldest.total_items).toBe(filtered.total_items)
})

it('orders that arrived are in a range of creation or not, whatever was asked just before', async () => {
  const moment = (at: number) => encodeURIComponent(new Date(at).toISOString().replace('.000Z', '+00:00'))
  const from = moment(clock() - 60_000)
  const listed = async (until: number) => {
    const { items } = await client.list(
      `distributor_id=501&order_created_from=${from}&order_created_to=${moment(until)}&items_per_page=50`,
    )
    return items.map(({ order_reference }) => order_reference)
  }
  clock.advance(5_000)
  const first = await arrive()
  const between = clock() + 2_000
  clock.advance(5_000)
  const second = await arrive()
  clock.advance(5_000)
  const all = await listed(clock())
  expect(all.slice(0, 2)).toEqual([second.reference, first.reference])
  expect(await listed(between)).toEqual(all.slice(1))
  expect(await listed(between - 4_000)).toEqual(all.slice(2))
})
