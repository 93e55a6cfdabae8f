// Bringing the newest version of a contact to orders that have an older one, as a batch over real HTTP against the real
// sandbox (rules 190, 191), with what goes wrong in between switched on there.

import { expect, test } from 'vitest'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { openBatchDesk } from '../support/batch-desk'
import { contactAt, contactBatches, startAndInterrupt, startPlan } from '../support/contact-batches'

const batches = contactBatches()

/** A guest whose contact says something that none of the orders does; every test begins with the sandbox as it was made. */
async function takeGuest() {
  const [guest] = batches.guests
  if (!guest) throw new Error('there is no guest with several orders')
  await batches.control.call('POST', `/contacts/${guest.uid}`, { set: { contact_phone: '+31207654321' } })
  return {
    ...guest,
    references: guest.orders.map(({ order_reference }) => ({ order: order_reference })),
    action: { kind: 'contact' as const, contact: guest.uid },
  }
}

const contactOf = (uid: string) => contactAt(batches, uid)
const phoneOn = async (order: OrderDocument) =>
  (await batches.server.order(order.order_reference)).order_contacts?.[0]?.contact_phone
const holdsVersion = async (order: string, version: unknown): Promise<boolean> =>
  (await batches.server.order(order)).order_contacts?.[0]?.contact_version === version
const requests = async (uid: string) =>
  (await batches.control.arrivals('PUT')).filter(({ path }) => path.endsWith(uid)).length

test('the preview says what changes on each order, and nothing is sent by it', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { uid, orders, references, action } = await takeGuest()
  const plan = await desk.planned(references, action)
  expect(plan).toMatchObject({ stage: 'planned', toSend: orders.length, requests: orders.length })
  for (const { effect } of await desk.planLines(plan.id)) {
    expect(effect?.changes).toContainEqual(expect.objectContaining({ after: '+31207654321' }))
  }
  expect(await requests(uid)).toBe(0)
  expect(await batches.server.order(orders[0]?.order_reference ?? '')).toEqual(orders[0])
})

test('each order gets the newest version and nothing else of it changes; done again, there is nothing left', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { uid, orders, references, action } = await takeGuest()
  const before = await contactOf(uid)
  const id = await startPlan(desk, (await desk.planned(references, action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: orders.length })
  expect(await requests(uid)).toBe(orders.length)
  for (const order of orders) {
    const now = await batches.server.order(order.order_reference)
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
  // Every request made a version, several at a time: all copies but that of the last are behind in nothing but its number.
  const newest = await Promise.all(references.map(({ order }) => holdsVersion(order, contact_version)))
  expect(newest.filter(Boolean)).toHaveLength(1)
  expect(await desk.planLines(again.id)).toEqual(
    newest.map((isNewest) =>
      expect.objectContaining({ finding: 'not-allowed', why: isNewest ? 'AS_WANTED' : 'VERSION_ONLY' }),
    ),
  )
})

test('an order that is not of the contact is left out: the API would add the contact to it (rule 191)', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { uid, references, action } = await takeGuest()
  const stranger = batches.guests.at(-1)?.orders[0]?.order_reference ?? ''
  const plan = await desk.planned([...references.slice(0, 1), { order: stranger }], action)
  expect(await desk.planLines(plan.id)).toMatchObject([
    { finding: 'found' },
    { finding: 'not-allowed', why: 'NOT_ON_ORDER' },
  ])
  expect(await requests(uid)).toBe(0)
})

test('an order that somebody else changed since is left alone, and the others are not', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { uid, orders, references, action } = await takeGuest()
  const plan = await desk.planned(references.slice(0, 3), action)
  await batches.control.call('POST', `/touch/${orders[1]?.order_reference}`)
  const id = await startPlan(desk, plan.id)
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
  const desk = openBatchDesk(batches.server.base)
  const { uid, orders, references, action } = await takeGuest()
  const plan = await desk.planned(references, action)
  await batches.control.call('POST', `/contacts/${uid}`, { set: { contact_phone: '+31200000000' } })
  const id = await startPlan(desk, plan.id)
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
  const desk = openBatchDesk(batches.server.base)
  const { uid, orders, references, action } = await takeGuest()
  await batches.control.fault({ kind: 'status', status: 500, after: true, method: 'PUT', count: 2 })
  const id = await startPlan(desk, (await desk.planned(references, action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: orders.length })
  expect(await requests(uid)).toBe(orders.length)
  for (const order of orders) expect(await phoneOn(order)).toBe('+31207654321')
})

test('a desk that ends in the middle goes on from its file, with every order once', async () => {
  const { uid, orders, references, action } = await takeGuest()
  const batch = await startAndInterrupt(batches, batches.journalPath('restart'), (desk) =>
    desk.planned(references, action),
  )
  expect(batch).toMatchObject({ state: 'finished', counts: { done: orders.length } })
  expect(await requests(uid)).toBe(orders.length)
  for (const order of orders) expect(await phoneOn(order)).toBe('+31207654321')
})
