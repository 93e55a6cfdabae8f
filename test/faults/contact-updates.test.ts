// Changing a known contact by itself, over real HTTP against the real sandbox (rules 20, 189, 190), with others at work.

import { contactFormFields } from '@shared/features/contacts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ContactDocument } from '../../electron/sandbox/orders/document'
import { openSandboxDesk, orderNamed, seenOf } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const profile = 'test-profile'
const caller = { windowId: 1 }

let server: TestClient
let control: ReturnType<typeof controlOf>
let desk: ReturnType<typeof openSandboxDesk>

beforeAll(async () => {
  server = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  desk = openSandboxDesk(server, { timeoutMs: 10_000 })
})
afterEach(() => control.clear())
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

const onOrder = async (key: string) => {
  const order = await orderNamed(server, key)
  const uid = order.order_contacts?.[0]?.contact_uid ?? ''
  return { order, uid, contact: await contactOf(uid) }
}
const contactOf = async (uid: string): Promise<ContactDocument> =>
  JSON.parse((await server.get(`/contacts/${uid}`)).text).data.items[0]
const replacements = async (uid: string) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(uid)).length

const ask = (uid: string, contact: ContactDocument, path: (string | number)[], wanted: string | null) => {
  const seen = contactFormFields(contact).find((field) => field.path.join() === path.join())?.value ?? null
  return desk.contacts.updateContact(
    {
      ...{ profile, contact: uid },
      fields: [{ path, seen, wanted }],
      seen: { contactVersion: Number(contact.contact_version) },
    },
    caller,
  )
}
const idOf = (answer: Awaited<ReturnType<typeof ask>>): string => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.operations[0] ?? ''
}

test('only the field changes; what nobody told us of stays, and no order is touched (rules 189, 190)', async () => {
  const { order, uid, contact } = await onOrder('DEMO-CONTACT-EVERYTHING')
  expect(Object.keys(contact)).toContain('contact_membership')
  const entry = await desk.ended(idOf(await ask(uid, contact, ['contact_website'], 'https://new.example')))
  expect(entry).toMatchObject({ state: 'done', settledBy: 'answer', order: `contact:${uid}` })
  const after = await contactOf(uid)
  expect(after).toEqual({
    ...contact,
    contact_website: 'https://new.example',
    contact_version: Number(contact.contact_version) + 1,
    contact_modified: after.contact_modified,
  })
  expect(await server.order(order.order_reference)).toEqual(order)
})

test('the value of a custom field changes in its place', async () => {
  const { uid } = await onOrder('DEMO-CONTACT-EVERYTHING')
  const contact = await contactOf(uid)
  await desk.ended(idOf(await ask(uid, contact, ['contact_custom_fields', 1, 'custom_field_value'], 'CRM-2')))
  const [first, second] = (await contactOf(uid)).contact_custom_fields as { custom_field_value: string }[]
  expect(first).toEqual((contact.contact_custom_fields as object[])[0])
  expect(second?.custom_field_value).toBe('CRM-2')
})

test('a contact that somebody else changed since is not overwritten: nothing is sent', async () => {
  const { uid, contact } = await onOrder('DEMO-DKK')
  await control.call('POST', `/contacts/${uid}`, { set: { contact_phone: '+31201234567' } })
  expect(await ask(uid, contact, ['contact_email'], 'mine@example.com')).toMatchObject({
    ok: false,
    error: { code: 'CONTACT_CHANGED', changed: 'no', params: { seenContact: 1, nowContact: 2 } },
  })
  expect(await replacements(uid)).toBe(0)
  expect(await contactOf(uid)).toMatchObject({
    contact_phone: '+31201234567',
    contact_email: contact.contact_email,
  })
})

test('a value that the API would take goes, however odd; what no server can read does not', async () => {
  const { uid, contact } = await onOrder('DEMO-KWD')
  expect(await ask(uid, contact, ['contact_birth_date'], 'last summer')).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', changed: 'no' },
  })
  await desk.ended(idOf(await ask(uid, contact, ['contact_phone'], '020 123 45 67')))
  expect((await contactOf(uid)).contact_phone).toBe('020 123 45 67')
  expect(await replacements(uid)).toBe(1)
})

test('an answer that was lost settles by the contact, with one request', async () => {
  const { uid, contact } = await onOrder('DEMO-BHD')
  await control.fault({ kind: 'status', status: 500, after: true, method: 'PUT' })
  expect(
    await desk.ended(idOf(await ask(uid, contact, ['contact_email'], 'lost@example.com'))),
  ).toMatchObject({
    state: 'done',
    settledBy: 'evidence',
  })
  expect(await replacements(uid)).toBe(1)
  expect((await contactOf(uid)).contact_email).toBe('lost@example.com')
})

test('a connection that was cut before the change goes to a person, and is not sent again by itself', async () => {
  const { uid, contact } = await onOrder('DEMO-JPY')
  await control.fault({ kind: 'reset', method: 'PUT' })
  const entry = await desk.ended(idOf(await ask(uid, contact, ['contact_email'], 'cut@example.com')))
  expect(entry.state).toBe('needs-review')
  expect(await replacements(uid)).toBe(1)
  expect((await contactOf(uid)).contact_email).toBe(contact.contact_email)
  // Until that one is decided, no other change of this contact begins: by itself or on an order of it.
  expect(await ask(uid, contact, ['contact_title'], 'Revd')).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_IN_PROGRESS', changed: 'no' },
  })
  const { order } = await onOrder('DEMO-JPY')
  const onItsOrder = await desk.contacts.editContact(
    {
      ...{ profile, contact: uid, order: order.order_reference },
      fields: [
        { path: ['contact_title'], seen: String(contact.contact_title ?? '') || null, wanted: 'Revd' },
      ],
      seen: { ...seenOf(order), contactVersion: Number(contact.contact_version) },
    },
    caller,
  )
  expect(onItsOrder).toMatchObject({ ok: false, error: { code: 'ALREADY_IN_PROGRESS' } })
})
