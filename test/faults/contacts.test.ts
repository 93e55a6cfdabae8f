// Changing a known contact over real HTTP against the real sandbox (rules 189 to 191), with others at work as well.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContactDocument, OrderDocument } from '../../electron/sandbox/orders/document'
import { openSandboxDesk, orderNamed, seenOf } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const profile = 'test-profile'
const caller = { windowId: 1 }
/** A busy machine answers in its own time. */
const patient = { timeoutMs: 10_000 }

let server: TestClient
let control: ReturnType<typeof controlOf>

beforeAll(async () => {
  server = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(server)
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

const uidOf = (order: OrderDocument): string => order.order_contacts?.[0]?.contact_uid ?? ''
const contactOf = async (uid: string): Promise<ContactDocument> =>
  JSON.parse((await server.get(`/contacts/${uid}`)).text).data.items[0]
const replacements = async (uid: string) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(uid)).length

const asker =
  (desk: ReturnType<typeof openSandboxDesk>) =>
  (order: OrderDocument, contact: ContactDocument, wanted: string) =>
    desk.contacts.editContact(
      {
        profile,
        order: order.order_reference,
        contact: uidOf(order),
        fields: [{ path: ['contact_email'], seen: contact.contact_email ?? null, wanted }],
        seen: { ...seenOf(order), contactVersion: Number(contact.contact_version) },
      },
      caller,
    )

test('a contact is changed, this order has its new version, and another order of it keeps the old one', async () => {
  const order = await orderNamed(server, 'DEMO-KWD')
  const uid = uidOf(order)
  const other = await orderNamed(server, 'DEMO-JPY')
  const before = await contactOf(uid)
  const desk = openSandboxDesk(server, patient)
  const answer = await asker(desk)(order, before, 'new@example.com')
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  expect(await desk.ended(answer.value.operations[0] ?? '')).toMatchObject({
    state: 'done',
    settledBy: 'answer',
  })
  const after = await contactOf(uid)
  expect(after).toEqual({
    ...before,
    contact_email: 'new@example.com',
    contact_version: Number(before.contact_version) + 1,
    contact_modified: after.contact_modified,
  })
  const now = await server.order(order.order_reference)
  expect(now.order_contacts?.[0]).toEqual(after)
  expect(now.order_bookings).toEqual(order.order_bookings)
  expect(await server.order(other.order_reference)).toEqual(other)
})

test('of two desks that saw the same contact one changes it; the other is told, and sends nothing', async () => {
  const order = await orderNamed(server, 'DEMO-BHD')
  const contact = await contactOf(uidOf(order))
  const [one, two] = [openSandboxDesk(server, patient), openSandboxDesk(server, patient)]
  const answer = await asker(one)(order, contact, 'one@example.com')
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  await one.ended(answer.value.operations[0] ?? '')
  const moved = await server.order(order.order_reference)
  expect(await asker(two)(order, contact, 'two@example.com')).toMatchObject({
    ok: false,
    error: { code: 'ORDER_CHANGED', changed: 'no' },
  })
  expect(await asker(two)(moved, contact, 'two@example.com')).toMatchObject({
    ok: false,
    error: { code: 'CONTACT_CHANGED', changed: 'no' },
  })
  expect(await replacements(uidOf(order))).toBe(1)
  expect((await contactOf(uidOf(order))).contact_email).toBe('one@example.com')
})

test('a contact that is changed while it is being amended elsewhere is not overwritten', async () => {
  const order = await orderNamed(server, 'DEMO-DKK')
  const uid = uidOf(order)
  const before = await contactOf(uid)
  const desk = openSandboxDesk(server, patient)
  const contact = { ...before, contact_phone: '+31201234567' }
  await server.send('PUT', `/contacts/${uid}`, { data: { contact } })
  expect(await asker(desk)(order, before, 'mine@example.com')).toMatchObject({
    ok: false,
    error: { code: 'CONTACT_CHANGED', changed: 'no', params: { seenContact: 1, nowContact: 2 } },
  })
  expect(await contactOf(uid)).toMatchObject({
    contact_phone: '+31201234567',
    contact_email: before.contact_email,
  })
  expect(await server.order(order.order_reference)).toEqual(order)
})

test('an answer that was lost settles by the contact and the order, with one request', async () => {
  const order = await orderNamed(server, 'DEMO-VENUE')
  const uid = uidOf(order)
  const desk = openSandboxDesk(server, patient)
  await control.fault({ kind: 'status', status: 500, after: true, method: 'PUT' })
  const answer = await asker(desk)(order, await contactOf(uid), 'lost@example.com')
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  expect(await desk.ended(answer.value.operations[0] ?? '')).toMatchObject({
    state: 'done',
    settledBy: 'evidence',
  })
  expect(await replacements(uid)).toBe(1)
  expect((await server.order(order.order_reference)).order_contacts?.[0]?.contact_email).toBe(
    'lost@example.com',
  )
})
