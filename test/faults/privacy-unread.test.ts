// What the server refuses to show is not verified, and is told as such, on the line and in the proof (rules 192, 193, 198).

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caller, value } from '../support/batch-desk'
import { openPrivacyDesk } from '../support/privacy-desk'
import { orderNamed } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let control: ReturnType<typeof controlOf>
let desk: ReturnType<typeof openPrivacyDesk>
let home: string

/** Past all travel. */
const afterTravel = () => Date.now() + 120 * 86_400_000

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'gatehouse-unread-'))
  server = await startTestSandbox({ orders: 400, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  desk = openPrivacyDesk(server.base, { now: afterTravel })
})
afterEach(async () => {
  await desk.stop()
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
  rmSync(home, { recursive: true })
})

/** With a payment, and with two versions. */
const paid = 'DEMO-ERASE-3'
const unpaid = 'DEMO-ERASE-4'

async function askedFor(key: string) {
  const order = await orderNamed(server, key)
  const id = await desk.asked({ references: [order.order_reference] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  const contacts = request.contacts.map(({ uid }) => uid)
  value(await desk.privacy.chooseFound({ ...desk.at(id), orders: [], contacts, chosen: false }, caller))
  return { id, order, reference: order.order_reference }
}
const refused = (path: string, over: object = {}) =>
  control.fault({ ...{ kind: 'status', status: 403, method: 'GET', count: 0 }, path, ...over })
const sent = async (reference: string) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(`${reference}/deidentify`)).length
const verifiedAgain = async (id: string) =>
  value(await desk.privacy.verifyErasure(desk.at(id), caller)).request

test.each([403, 404])(
  'an order whose payments are refused with %i is not verified for them, and is not sent again for that',
  async (status) => {
    const { id, order, reference } = await askedFor(paid)
    expect(order.order_payments?.length).toBeGreaterThan(0)
    await refused('/payments', { status })
    const request = await desk.erased(id)
    expect(request.erasedOrders).toMatchObject([
      { reference, state: 'incomplete', left: [], unread: [{ what: 'payments', before: true }] },
    ])
    expect(request.state).toBe('incomplete')
    expect(await desk.privacy.planErasure(desk.at(id), caller)).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_SEND' },
    })
    expect(await sent(reference)).toBe(1)
  },
)

test('an order without any payment is erased though the list of payments is refused: there is nothing to compare', async () => {
  const { id, order, reference } = await askedFor(unpaid)
  expect(order.order_payments ?? []).toEqual([])
  await refused('/payments')
  const request = await desk.erased(id)
  expect(request.erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
  expect(request.erasedOrders[0]?.unread).toBeUndefined()
})

test('payments that are shown before and refused afterwards are verified once they are shown again', async () => {
  const { id, reference } = await askedFor(paid)
  await refused('/payments', { skip: 1 })
  const [line] = (await desk.erased(id)).erasedOrders
  expect(line).toMatchObject({ reference, state: 'incomplete', left: [] })
  expect(line?.unread).toEqual([{ what: 'payments' }])
  expect((await verifiedAgain(id)).erasedOrders).toMatchObject([{ state: 'incomplete' }])
  await control.clear()
  const again = await verifiedAgain(id)
  expect(again.erasedOrders).toMatchObject([{ reference, state: 'erased', left: [] }])
  expect(again.state).toBe('erasing')
  expect(await sent(reference)).toBe(1)
})

test('payments that were refused before it was sent stay unverified: what they held is known to nobody', async () => {
  const { id } = await askedFor(paid)
  await refused('/payments', { count: 1 })
  const unread = [{ what: 'payments', before: true }]
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ state: 'incomplete', left: [], unread }])
  expect((await verifiedAgain(id)).erasedOrders).toMatchObject([{ state: 'incomplete', left: [], unread }])
})

test('so they do after something else was left and sent again', async () => {
  const { id, reference } = await askedFor(paid)
  await refused('/payments', { count: 1 })
  await control.fault({ kind: 'leaves', method: 'PUT', what: 'guest-field', field: 'contact_phone' })
  const unread = [{ what: 'payments', before: true }]
  const [first] = (await desk.erased(id)).erasedOrders
  expect(first).toMatchObject({ state: 'incomplete', unread })
  expect(first?.left.length).toBeGreaterThan(0)
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ state: 'incomplete', left: [], unread }])
  expect((await verifiedAgain(id)).erasedOrders).toMatchObject([{ state: 'incomplete', left: [], unread }])
  expect(await sent(reference)).toBe(2)
})

test('payments that were refused afterwards stay unverified once something else was sent again: they are compared with that alone', async () => {
  const { id, reference } = await askedFor(paid)
  await refused('/payments', { skip: 1 })
  await control.fault({ kind: 'leaves', method: 'PUT', what: 'guest-field', field: 'contact_phone' })
  const [first] = (await desk.erased(id)).erasedOrders
  expect(first?.unread).toEqual([{ what: 'payments' }])
  await control.clear()
  const unread = [{ what: 'payments', before: true }]
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ state: 'incomplete', left: [], unread }])
  expect((await verifiedAgain(id)).erasedOrders).toMatchObject([{ state: 'incomplete', left: [], unread }])
  expect(await sent(reference)).toBe(2)
})

test('an earlier version that is refused is told by its number; one that is kept no more is nothing to verify', async () => {
  const { id, order, reference } = await askedFor(paid)
  const newest = order.order_version ?? 0
  expect(newest).toBeGreaterThan(1)
  await refused(`/orders/${reference}`, { query: 'order_version=1', skip: 1 })
  const [line] = (await desk.erased(id)).erasedOrders
  expect(line).toMatchObject({ state: 'incomplete', left: [] })
  expect(line?.unread).toEqual([{ what: 'version', version: 1 }])
  await control.clear()
  await refused(`/orders/${reference}`, { query: 'order_version=1', status: 404 })
  const [again] = (await verifiedAgain(id)).erasedOrders
  expect(again).toMatchObject({ state: 'erased', left: [] })
  expect(again?.unread).toBeUndefined()
})

test('the proof names what nobody saw and whom to ask, and is had for a reason only', async () => {
  const { id, reference } = await askedFor(paid)
  await refused('/payments')
  await refused(`/orders/${reference}`, { query: 'order_version=1' })
  await desk.erased(id)
  value(await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller))
  expect(await desk.privacy.completeRequest(desk.at(id), caller)).toMatchObject({
    ok: false,
    error: { code: 'SOMETHING_LEFT' },
  })
  const acceptLeft = 'The vendor was asked to look'
  const { request } = value(await desk.privacy.completeRequest({ ...desk.at(id), acceptLeft }, caller))
  const ask = 'vendor-of-the-api'
  expect(request.certificate?.body).toMatchObject({
    verification: 'incomplete',
    leftAccepted: acceptLeft,
    counts: { orders: 1, ordersErased: 0, left: 0 },
    orders: [
      {
        ...{ reference, result: 'incomplete', left: [] },
        unread: [
          { what: 'payments', before: true, ask },
          { what: 'version', version: 1, before: true, ask },
        ],
      },
    ],
  })
  const saved = async (as: 'json' | 'pdf') => {
    desk.chosen.save = join(home, `certificate.${as}`)
    value(await desk.privacy.saveCertificate({ ...desk.at(id), as }, caller))
    return readFileSync(desk.chosen.save, 'utf8')
  }
  expect(await saved('pdf')).toContain(
    'Not verified, as it was not read: payments, version 1. Whom to ask: the vendor of the API',
  )
  expect(JSON.parse(await saved('json')).body).toEqual(request.certificate?.body)
  desk.chosen.open = join(home, 'certificate.json')
  expect(value(await desk.privacy.verifyCertificate({}, caller)).verdict).toBe('valid')
})
