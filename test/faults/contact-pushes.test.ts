// Bringing the newest version of a contact to orders that have an older one, as a batch over real HTTP against the real
// sandbox (rules 190, 191), with what goes wrong in between switched on there.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ContactDocument, OrderDocument } from '../../electron/sandbox/orders/document'
import { profileId } from '../support/api-client'
import { caller, openBatchDesk, value } from '../support/batch-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let control: ReturnType<typeof controlOf>
/** Contacts with at least three orders that can be changed, and those orders. */
let guests: { uid: string; orders: OrderDocument[] }[]
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-pushes-'))

beforeAll(async () => {
  server = await startTestSandbox({ orders: 3_000, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  const byContact = new Map<string, OrderDocument[]>()
  for (let page = 1; page <= 12; page++) {
    for (const order of (await server.list(`items_per_page=100&page=${page}`)).items) {
      const uid = order.order_contacts?.[0]?.contact_uid
      if (!uid || order.order_status !== 'ORDER_CONFIRMED') continue
      byContact.set(uid, [...(byContact.get(uid) ?? []), order])
    }
  }
  guests = [...byContact]
    .filter(([, orders]) => orders.length >= 3)
    .map(([uid, orders]) => ({ uid, orders: orders.slice(0, 5) }))
})
afterEach(async () => {
  await control.clear()
  await server.sandbox.reset()
  await control.call('DELETE', '/ledger')
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
  rmSync(folder, { recursive: true })
})

/** A guest whose contact says something that none of the orders does; every test begins with the sandbox as it was made. */
async function takeGuest() {
  const [guest] = guests
  if (!guest) throw new Error('there is no guest with several orders')
  await control.call('POST', `/contacts/${guest.uid}`, { set: { contact_phone: '+31207654321' } })
  return {
    ...guest,
    references: guest.orders.map(({ order_reference }) => ({ order: order_reference })),
    action: { kind: 'contact' as const, contact: guest.uid },
  }
}

const contactOf = async (uid: string): Promise<ContactDocument> =>
  JSON.parse((await server.get(`/contacts/${uid}`)).text).data.items[0]
const phoneOn = async (order: OrderDocument) =>
  (await server.order(order.order_reference)).order_contacts?.[0]?.contact_phone
const requests = async (uid: string) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(uid)).length
const start = async (desk: ReturnType<typeof openBatchDesk>, plan: string) =>
  value(await desk.handlers.startBatch({ profile: profileId, plan }, caller)).batch

test('the preview says what changes on each order, and nothing is sent by it', async () => {
  const desk = openBatchDesk(server.base)
  const { uid, orders, references, action } = await takeGuest()
  const plan = await desk.planned(references, action)
  expect(plan).toMatchObject({ stage: 'planned', toSend: orders.length, requests: orders.length })
  for (const { effect } of await desk.planLines(plan.id)) {
    expect(effect?.changes).toContainEqual(expect.objectContaining({ after: '+31207654321' }))
  }
  expect(await requests(uid)).toBe(0)
  expect(await server.order(orders[0]?.order_reference ?? '')).toEqual(orders[0])
})

test('each order gets the newest version and nothing else of it changes; done again, there is nothing left', async () => {
  const desk = openBatchDesk(server.base)
  const { uid, orders, references, action } = await takeGuest()
  const before = await contactOf(uid)
  const id = await start(desk, (await desk.planned(references, action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: orders.length })
  expect(await requests(uid)).toBe(orders.length)
  for (const order of orders) {
    const now = await server.order(order.order_reference)
    expect(now.order_contacts?.[0]).toMatchObject({ contact_uid: uid, contact_phone: '+31207654321' })
    expect(now.order_contacts?.slice(1)).toEqual(order.order_contacts?.slice(1))
    expect(now.order_bookings).toEqual(order.order_bookings)
    expect(now.order_pricing).toEqual(order.order_pricing)
  }
  // The contact says what it said; each request made a version of it (rule 190).
  const { contact_version, contact_modified, ...said } = await contactOf(uid)
  expect(before).toMatchObject(said)
  expect(contact_version).toBe(Number(before.contact_version) + orders.length)
  expect(contact_modified).toBeDefined()
  const again = await desk.planned(references, action)
  expect(again.toSend).toBe(0)
  expect(await desk.planLines(again.id)).toEqual(
    orders.map(() => expect.objectContaining({ finding: 'not-allowed', why: 'AS_WANTED' })),
  )
})

test('an order that is not of the contact is left out: the API would add the contact to it (rule 191)', async () => {
  const desk = openBatchDesk(server.base)
  const { uid, references, action } = await takeGuest()
  const stranger = guests.at(-1)?.orders[0]?.order_reference ?? ''
  const plan = await desk.planned([...references.slice(0, 1), { order: stranger }], action)
  expect(await desk.planLines(plan.id)).toMatchObject([
    { finding: 'found' },
    { finding: 'not-allowed', why: 'NOT_ON_ORDER' },
  ])
  expect(await requests(uid)).toBe(0)
})

test('an order that somebody else changed since is left alone, and the others are not', async () => {
  const desk = openBatchDesk(server.base)
  const { uid, orders, references, action } = await takeGuest()
  const plan = await desk.planned(references.slice(0, 3), action)
  await control.call('POST', `/touch/${orders[1]?.order_reference}`)
  const id = await start(desk, plan.id)
  await desk.settled(id)
  expect(await desk.lines(id)).toMatchObject([
    { state: 'done' },
    { state: 'failed', error: { code: 'ORDER_CHANGED' } },
    { state: 'done' },
  ])
  expect(await requests(uid)).toBe(2)
  expect(await phoneOn(orders[1] as OrderDocument)).toBe(orders[1]?.order_contacts?.[0]?.contact_phone)
})

test('a contact that says something else since the preview is brought to no order', async () => {
  const desk = openBatchDesk(server.base)
  const { uid, orders, references, action } = await takeGuest()
  const plan = await desk.planned(references, action)
  await control.call('POST', `/contacts/${uid}`, { set: { contact_phone: '+31200000000' } })
  const id = await start(desk, plan.id)
  expect((await desk.settled(id)).counts).toEqual({ failed: orders.length })
  expect(await desk.lines(id)).toEqual(
    orders.map(() =>
      expect.objectContaining({ error: expect.objectContaining({ code: 'CONTACT_CHANGED' }) }),
    ),
  )
  expect(await requests(uid)).toBe(0)
  expect((await contactOf(uid)).contact_phone).toBe('+31200000000')
})

test('answers that are lost settle by the orders, each with one request', async () => {
  const desk = openBatchDesk(server.base)
  const { uid, orders, references, action } = await takeGuest()
  await control.fault({ kind: 'status', status: 500, after: true, method: 'PUT', count: 2 })
  const id = await start(desk, (await desk.planned(references, action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: orders.length })
  expect(await requests(uid)).toBe(orders.length)
  for (const order of orders) expect(await phoneOn(order)).toBe('+31207654321')
})

test('a desk that ends in the middle goes on from its file, with every order once', async () => {
  const path = join(folder, 'restart.db')
  let desk = openBatchDesk(server.base, path)
  const { uid, orders, references, action } = await takeGuest()
  await control.fault({ kind: 'delay', method: 'PUT', delayMs: 60, count: 0 })
  const id = await start(desk, (await desk.planned(references, action)).id)
  for (let restart = 0; restart < 2; restart++) {
    await new Promise((resolve) => setTimeout(resolve, 80))
    desk.journal.stop()
    desk.file.close()
    desk = openBatchDesk(server.base, path)
    await desk.journal.open()
  }
  expect(await desk.settled(id)).toMatchObject({ state: 'finished', counts: { done: orders.length } })
  expect(await requests(uid)).toBe(orders.length)
  for (const order of orders) expect(await phoneOn(order)).toBe('+31207654321')
})
