// Giving orders one contact of the contacts module in place of another, as a batch over real HTTP against the real sandbox
// (models.md, contact_uid; rules 153, 154, 161, 189, 191), with what goes wrong in between switched on there.

import { expect, test } from 'vitest'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { openBatchDesk } from '../support/batch-desk'
import { contactAt, contactBatches, startAndInterrupt, startPlan } from '../support/contact-batches'

const batches = contactBatches()

/** Two guests that are taken for one: the contact that stays, and the other one with its orders. */
function takePair() {
  const [other, kept] = batches.guests
  if (!other || !kept) throw new Error('there are no two guests with several orders')
  return {
    from: other.uid,
    to: kept.uid,
    orders: other.orders,
    references: other.orders.map(({ order_reference }) => ({ order: order_reference })),
    action: { kind: 'repoint' as const, from: other.uid, to: kept.uid },
  }
}

const contactOf = (uid: string) => contactAt(batches, uid)
const uidsOn = async ({ order_reference }: OrderDocument) =>
  (await batches.server.order(order_reference)).order_contacts?.map(({ contact_uid }) => contact_uid)
const requests = async () => (await batches.control.arrivals('PUT')).length

/** An order without what differs between any two versions of it. */
function withoutRecord(order: OrderDocument) {
  const { order_version, order_status, order_modified, order_modified_name, order_modified_email, ...rest } =
    order
  const { order_event_details: _, order_options: __, ...said } = rest
  return said
}

test('the preview says which contact comes and in what it differs, and nothing is sent by it', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { from, to, orders, references, action } = takePair()
  const plan = await desk.planned(references, action)
  expect(plan).toMatchObject({ stage: 'planned', toSend: orders.length, requests: orders.length })
  const { contact_email } = await contactOf(to)
  for (const { effect } of await desk.planLines(plan.id)) {
    expect(effect?.changes?.[0]).toMatchObject({ kind: 'changed', before: from, after: to })
    expect(effect?.changes).toContainEqual(expect.objectContaining({ after: contact_email }))
  }
  expect(await requests()).toBe(0)
})

test('each order gets the contact in place of the other, and nothing else of it or of the contacts changes', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { from, to, orders, references, action } = takePair()
  const [kept, other] = [await contactOf(to), await contactOf(from)]
  const id = await startPlan(desk, (await desk.planned(references, action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: orders.length })
  expect(await requests()).toBe(orders.length)
  for (const order of orders) {
    const now = await batches.server.order(order.order_reference)
    expect(now.order_version).toBe(Number(order.order_version) + 1)
    expect(withoutRecord(now)).toEqual({
      ...withoutRecord(order),
      order_contacts: [kept, ...(order.order_contacts?.slice(1) ?? [])],
    })
  }
  expect([await contactOf(to), await contactOf(from)]).toEqual([kept, other])
  const again = await desk.planned(references, action)
  expect(again.toSend).toBe(0)
  expect((await desk.planLines(again.id)).map(({ why }) => why)).toEqual(orders.map(() => 'NOT_ON_ORDER'))
})

test('an order that has both only gives up the one', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { from, to, orders, references, action } = takePair()
  const reference = orders[0]?.order_reference ?? ''
  // The API adds a contact to an order that does not have it (rule 191).
  const contact = await contactOf(to)
  await batches.server.send(
    'PUT',
    `/contacts/${to}?order_reference=${reference}`,
    JSON.stringify({ data: { contact } }),
  )
  expect(await uidsOn(orders[0] as OrderDocument)).toEqual(expect.arrayContaining([from, to]))
  await batches.control.call('DELETE', '/ledger')
  const before = await batches.server.order(reference)
  const id = await startPlan(desk, (await desk.planned(references.slice(0, 1), action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: 1 })
  expect((await batches.server.order(reference)).order_contacts).toEqual(
    before.order_contacts?.filter(({ contact_uid }) => contact_uid !== from),
  )
})

test('an order that does not have the other contact is left out', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { references, action } = takePair()
  const stranger = batches.guests.at(-1)?.orders[0]?.order_reference ?? ''
  const plan = await desk.planned([...references.slice(0, 1), { order: stranger }], action)
  expect(await desk.planLines(plan.id)).toMatchObject([
    { finding: 'found' },
    { finding: 'not-allowed', why: 'NOT_ON_ORDER' },
  ])
})

test('an order on which nobody would have an address is left out (rules 151, 178)', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { to, orders, references, action } = takePair()
  await batches.control.call('POST', `/contacts/${to}`, { set: { contact_email: null } })
  const plan = await desk.planned(references, action)
  const alone = orders.filter((order) => !order.order_contacts?.slice(1).some((one) => one.contact_email))
  expect(alone.length).toBeGreaterThan(0)
  const lines = await desk.planLines(plan.id)
  for (const order of alone) {
    expect(lines).toContainEqual(
      expect.objectContaining({ reference: order.order_reference, why: 'NO_EMAIL_LEFT' }),
    )
  }
  expect(await requests()).toBe(0)
})

test('an order that loses its booker is said to (rule 193)', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { to, references, action } = takePair()
  await batches.control.call('POST', `/contacts/${to}`, { set: { contact_type: 'GUEST' } })
  const plan = await desk.planned(references.slice(0, 1), action)
  expect(await desk.planLines(plan.id)).toMatchObject([{ effect: { advice: 'NO_BOOKER_LEFT' } }])
})

test('an order that somebody else changed since is left alone, and the others are not', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { from, orders, references, action } = takePair()
  const plan = await desk.planned(references.slice(0, 3), action)
  await batches.control.call('POST', `/touch/${orders[1]?.order_reference}`)
  const id = await startPlan(desk, plan.id)
  await desk.settled(id)
  expect(await desk.lines(id)).toMatchObject([
    { state: 'done' },
    { state: 'failed', error: { code: 'ORDER_CHANGED' } },
    { state: 'done' },
  ])
  expect(await requests()).toBe(2)
  expect(await uidsOn(orders[1] as OrderDocument)).toContain(from)
})

test('a contact that says something else since the preview comes to no order', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { from, to, orders, references, action } = takePair()
  const plan = await desk.planned(references, action)
  await batches.control.call('POST', `/contacts/${to}`, { set: { contact_phone: '+31200000000' } })
  const id = await startPlan(desk, plan.id)
  expect((await desk.settled(id)).counts).toEqual({ failed: orders.length })
  expect(await requests()).toBe(0)
  for (const order of orders) expect(await uidsOn(order)).toContain(from)
})

test('answers that are lost settle by the orders, each with one request', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { from, to, orders, references, action } = takePair()
  await batches.control.fault({ kind: 'status', status: 500, after: true, method: 'PUT', count: 2 })
  const id = await startPlan(desk, (await desk.planned(references, action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: orders.length })
  expect(await requests()).toBe(orders.length)
  for (const order of orders) {
    expect(await uidsOn(order)).toContain(to)
    expect(await uidsOn(order)).not.toContain(from)
  }
})

test('one that the server fails without a word is for a person to review, is not sent again, and holds up no other', async () => {
  const desk = openBatchDesk(batches.server.base)
  const { from, orders, references, action } = takePair()
  await batches.control.fault({
    ...{ kind: 'status', status: 503, method: 'PUT', count: 1 },
    path: `/orders/${orders[1]?.order_reference}`,
  })
  const id = await startPlan(desk, (await desk.planned(references, action)).id)
  expect((await desk.settled(id)).counts).toEqual({ done: orders.length - 1, 'needs-review': 1 })
  expect(await requests()).toBe(orders.length)
  expect(await uidsOn(orders[1] as OrderDocument)).toContain(from)
})

test('a desk that ends in the middle goes on from its file, with every order once', async () => {
  const { from, to, orders, references, action } = takePair()
  const batch = await startAndInterrupt(batches, batches.journalPath('restart'), (desk) =>
    desk.planned(references, action),
  )
  expect(batch).toMatchObject({ state: 'finished', counts: { done: orders.length } })
  expect(await requests()).toBe(orders.length)
  for (const order of orders) {
    expect(await uidsOn(order)).toContain(to)
    expect(await uidsOn(order)).not.toContain(from)
  }
})
