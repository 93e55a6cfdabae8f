// A server that answers as if all was erased and leaves something (rule 198): what it left is found, named, and sent again.

import { personalFields } from '@shared/features/privacy'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caller, value } from '../support/batch-desk'
import { guestArrival } from '../support/forgotten-guest'
import { openPrivacyDesk } from '../support/privacy-desk'
import { orderNamed } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let control: ReturnType<typeof controlOf>
let desk: ReturnType<typeof openPrivacyDesk>

/** Past all travel of the order that has everything. */
const afterTravel = () => Date.now() + 120 * 86_400_000

beforeEach(async () => {
  server = await startTestSandbox({ orders: 400, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  desk = openPrivacyDesk(server.base, { now: afterTravel })
})
afterEach(async () => {
  await desk.stop()
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

/** A request for the one order that has personal data everywhere. */
async function askedFor(key: string) {
  const order = await orderNamed(server, key)
  const id = await desk.asked({ references: [order.order_reference] })
  value(await desk.privacy.findPerson(desk.at(id), caller))
  return { id, order, reference: order.order_reference }
}
const sent = async (reference: string) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(`${reference}/deidentify`)).length

test.each([
  ['a note', { what: 'note' }, 'note_value'],
  ['the phone number of a contact', { what: 'guest-field', field: 'contact_phone' }, 'contact_phone'],
  ['the passport of a contact', { what: 'guest-field', field: 'contact_passport' }, 'contact_passport'],
  ['a custom field', { what: 'custom-field' }, 'custom_field_value'],
  ['an answer to a question', { what: 'checkout-field' }, 'checkout_field_value'],
  ['what the payment provider added', { what: 'payment' }, 'psp_'],
])(
  '%s that is left is named by its field, never by its value, and sent again for that field alone',
  async (_what, left, field) => {
    const { id, order, reference } = await askedFor('DEMO-ERASE-1')
    const values = personalFields(order).map((one) => one.value)
    await control.fault({ kind: 'leaves', method: 'PUT', ...left })
    const first = await desk.erased(id)
    const [line] = first.erasedOrders
    expect(line).toMatchObject({ reference, state: 'incomplete' })
    expect(line?.left.filter(({ version }) => version === undefined).map((one) => one.field)).toEqual(
      expect.arrayContaining([expect.stringContaining(field)]),
    )
    expect(line?.left.every(({ how }) => how === 'kept')).toBe(true)
    const told = JSON.stringify(line)
    expect(values.filter((one) => one.length > 4 && told.includes(one))).toEqual([])
    expect(first.state).toBe('incomplete')

    const again = await desk.erased(id)
    expect(again.erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
    expect(again.erasedOrders[0]?.fields).toEqual(line?.fields)
    expect(await sent(reference)).toBe(2)
  },
)

test('everything that is left is named, though the answer said that it was done', async () => {
  const { id, order, reference } = await askedFor('DEMO-ERASE-1')
  await control.fault({ kind: 'leaves', method: 'PUT', what: 'everything' })
  const [line] = (await desk.erased(id)).erasedOrders
  const pointers = personalFields(order).map(({ pointer }) => pointer)
  const newest = line?.left.filter(({ version }) => version === undefined).map(({ pointer }) => pointer)
  expect(newest).toEqual(expect.arrayContaining(pointers))
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
})

test('what only earlier versions hold is named with the version, and what replaced it is not taken for the person', async () => {
  const { id, reference } = await askedFor('DEMO-ERASE-3')
  await control.fault({ kind: 'leaves', method: 'PUT', what: 'older-versions' })
  const [line] = (await desk.erased(id)).erasedOrders
  expect(line).toMatchObject({ state: 'incomplete' })
  expect(line?.left.every(({ version }) => version !== undefined)).toBe(true)
  const [again] = (await desk.erased(id)).erasedOrders
  expect(again).toMatchObject({ reference, state: 'erased', left: [] })
  expect(await sent(reference)).toBe(2)
})

test('an earlier version that is not read for a moment is not taken for clean: it is looked up until it is read', async () => {
  const { id, order, reference } = await askedFor('DEMO-ERASE-3')
  await control.fault({ kind: 'leaves', method: 'PUT', what: 'older-versions' })
  // More often than one reading is tried, once what they held before was read.
  const skip = (order.order_version ?? 1) - 1
  await control.fault({ kind: 'status', method: 'GET', status: 503, query: 'order_version=', count: 6, skip })
  const [line] = (await desk.erased(id)).erasedOrders
  expect(line).toMatchObject({ reference, state: 'incomplete' })
  expect(line?.left.length).toBeGreaterThan(0)
  expect(line?.left.every(({ version }) => version !== undefined)).toBe(true)
  expect(await sent(reference)).toBe(1)
})

/** The list of payments shows a payer whom the order itself does not. */
const listsPayer = (reference: string, payer: string) =>
  control.fault({
    ...{ kind: 'body', method: 'GET', path: '/payments', count: 0 },
    body: {
      api_version: '3.8.0',
      data: {
        ...{ current_item_count: 1, items_per_page: 200, start_index: 1, total_items: 1 },
        ...{ page_index: 1, total_pages: 1 },
        items: [{ payment_order_reference: reference, payment_contact: { contact_email: payer } }],
      },
    },
  })

test('a payer whom only the list of payments shows is looked for there, named by the place, and sent again (rules 192, 193)', async () => {
  const { id, reference } = await askedFor('DEMO-ERASE-3')
  const payer = 'payer.of.it@else.example.com'
  await listsPayer(reference, payer)
  const [line] = (await desk.erased(id)).erasedOrders
  expect(line).toMatchObject({ reference, state: 'incomplete' })
  const place = { field: 'contact_email', pointer: '/payments/0/payment_contact/contact_email', how: 'kept' }
  expect(line?.left).toEqual([place])
  expect(JSON.stringify(line)).not.toContain(payer)
  await control.clear()
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
  expect(await sent(reference)).toBe(2)
})

test('payments of another order in that list are not held against this one', async () => {
  const { id, reference } = await askedFor('DEMO-ERASE-3')
  await listsPayer('PRI0000000001', 'payer.of.it@else.example.com')
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
})

test('what was left before stays left where it is sent again in vain', async () => {
  const { id, reference } = await askedFor('DEMO-ERASE-3')
  await control.fault({ kind: 'leaves', method: 'PUT', what: 'guest-field', field: 'contact_phone' })
  const [first] = (await desk.erased(id)).erasedOrders
  expect(first?.left.length).toBeGreaterThan(0)
  await control.fault({ kind: 'status', status: 403, method: 'PUT', path: `/orders/${reference}/deidentify` })
  const [again] = (await desk.erased(id)).erasedOrders
  expect(again).toMatchObject({ state: 'incomplete', left: first?.left })
})

test('a list of payments that is not read for a moment is not taken for clean: it is looked up until it is read', async () => {
  const { id, reference } = await askedFor('DEMO-ERASE-3')
  await control.fault({ kind: 'status', status: 503, method: 'GET', path: '/payments', count: 6, skip: 1 })
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
  const read = (await control.arrivals('GET')).filter(({ path }) => path === '/payments')
  // Before it was sent, in vain, and once more.
  expect(read.length).toBeGreaterThanOrEqual(8)
  expect(await sent(reference)).toBe(1)
})

test('an order that reads as whole and was put back by hand is incomplete once it is verified again', async () => {
  const { id, order, reference } = await askedFor('DEMO-ERASE-3')
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ state: 'erased' }])
  const uid = order.order_contacts?.[0]?.contact_uid
  // Another desk pushes the contact to the order, which adds the person again (rule 191).
  const contact = JSON.parse((await server.get(`/contacts/${uid}`)).text).data.items[0]
  const pushed = await server.send('PUT', `/contacts/${uid}?order_reference=${reference}`, {
    data: { contact },
  })
  expect(pushed.status).toBe(200)
  const { request } = value(await desk.privacy.verifyErasure(desk.at(id), caller))
  expect(request.erasedOrders).toMatchObject([{ reference, state: 'incomplete' }])
  expect(request.erasedOrders[0]?.left.map(({ field }) => field)).toContain('contact_email')
})

test('a contact is overwritten once: earlier revisions, which no call reaches, are told and not sent again (rule 190)', async () => {
  const order = await orderNamed(server, 'DEMO-ERASE-4')
  const { contact_email: email, contact_uid: uid } = order.order_contacts?.[0] ?? {}
  const id = await desk.asked({ emails: [email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  const contacts = request.contacts.filter(({ chosen }) => chosen).map((one) => one.uid)
  expect(contacts).toContain(uid)
  const after = await desk.overwritten(id, contacts.length)
  const line = after.erasedContacts.find((one) => one.uid === uid)
  expect(line).toMatchObject({ state: 'incomplete' })
  expect(line?.left.length).toBeGreaterThan(0)
  expect(line?.left.every(({ version }) => version !== undefined)).toBe(true)
  const newest = JSON.parse((await server.get(`/contacts/${uid}`)).text).data.items[0]
  expect(JSON.stringify(newest)).not.toMatch(/elske|vandermolen|NLX7730912/i)
  expect(await desk.privacy.eraseContacts({ ...desk.at(id), count: contacts.length }, caller)).toMatchObject({
    ok: false,
    error: { code: 'NOTHING_TO_SEND' },
  })
  expect((await control.arrivals('PUT')).filter(({ path }) => path.endsWith(`${uid}`))).toHaveLength(1)
})

/** What a guest was called and reached by before all of it was corrected. */
const corrected = {
  ...{ contact_name_first: 'Wilhelmina', contact_name_last: 'Oosterbaan' },
  ...{ contact_email: 'w.oosterbaan@newer.example.com', contact_phone: '+31207654321' },
  ...{ contact_passport: 'NWR9911223' },
}
const arrival = async (): Promise<{ reference: string; contactUid: string }> =>
  JSON.parse((await control.call('POST', '/orders', guestArrival())).text)

test('an older address, number, passport and name of a contact are found in its earlier revisions, though the newest has none of them', async () => {
  const { contactUid: uid } = await arrival()
  const { contact_notes: _, ...first } = JSON.parse((await server.get(`/contacts/${uid}`)).text).data.items[0]
  const contact = { ...first, ...corrected, contact_birth_date: '1990-01-01', contact_custom_fields: [] }
  expect((await server.send('PUT', `/contacts/${uid}`, { data: { contact } })).status).toBe(200)
  const id = await desk.asked({ emails: [corrected.contact_email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  expect(request.contacts).toMatchObject([{ uid, chosen: true }])
  const [line] = (await desk.overwritten(id, 1)).erasedContacts
  const ofFirst = line?.left.filter(({ version }) => version === first.contact_version)
  const distinctive = Object.keys(corrected)
  expect(ofFirst?.map(({ field }) => field)).toEqual(expect.arrayContaining(distinctive))
  expect(JSON.stringify(line)).not.toMatch(/quennevillard|oosterbaan/i)
  // Read once more, the same is found.
  const again = value(await desk.privacy.verifyErasure(desk.at(id), caller)).request.erasedContacts[0]
  expect(again?.left).toEqual(line?.left)
})

test('so are those of an order in its earlier versions', async () => {
  const { reference } = await arrival()
  const { order_bookings: _, ...read } = await server.order(reference)
  const { contact_uid: _uid, contact_version: _version, ...first } = read.order_contacts?.[0] ?? {}
  const order = { ...read, order_contacts: [{ ...first, ...corrected }], order_notes: [] }
  expect((await server.send('PUT', `/orders/${reference}`, { data: { order } })).status).toBe(200)
  const id = await desk.asked({ emails: [corrected.contact_email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  const contacts = request.contacts.map(({ uid }) => uid)
  value(await desk.privacy.chooseFound({ ...desk.at(id), orders: [], contacts, chosen: false }, caller))
  await control.fault({ kind: 'leaves', method: 'PUT', what: 'older-versions' })
  const [line] = (await desk.erased(id)).erasedOrders
  const ofFirst = line?.left.filter(({ version }) => version === read.order_version)
  expect(ofFirst?.map(({ field }) => field)).toEqual(expect.arrayContaining(Object.keys(corrected)))
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
})
