// Erasing a guest over real HTTP against the real sandbox (rules 197, 198), from the request to what is verified.

import type { PrivacyRequest } from '@shared/features/privacy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, value } from '../support/batch-desk'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient

beforeAll(async () => {
  server = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

const named = async (key: string) => {
  const { items } = await server.list(`order_external_reference=${key}`)
  const [found] = items
  if (!found) throw new Error(`there is no ${key}`)
  return found
}
const lineOf = ({ erasedOrders }: PrivacyRequest, order: string) =>
  erasedOrders.find(({ reference }) => reference === order)

test('a guest is found wherever she is, and her namesake is told apart', async () => {
  const [first, namesake, spelling] = await Promise.all(
    ['DEMO-ERASE-1', 'DEMO-ERASE-NAMESAKE', 'DEMO-ERASE-SPELLING'].map(named),
  )
  const email = first?.order_contacts?.[0]?.contact_email
  const desk = openPrivacyDesk(server.base)
  const id = await desk.asked({ name: 'Elske Vandermolen-Østby', emails: [email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  expect(request.searched).toMatchObject([
    { place: 'api-orders', state: 'searched' },
    { place: 'api-contacts', state: 'searched' },
    { place: 'mirror', state: 'not-searched', why: 'NO_MIRROR' },
    { place: 'journal', state: 'searched', looked: 0 },
  ])
  const suretyOf = (order: string | undefined) => request.orders.find(({ reference }) => reference === order)
  expect(suretyOf(first?.order_reference)).toMatchObject({ surety: 'sure', chosen: true })
  expect(suretyOf(spelling?.order_reference)).toMatchObject({ chosen: true })
  expect(suretyOf(namesake?.order_reference)?.chosen ?? false).toBe(false)
  expect(JSON.stringify(request.orders.map(({ why }) => why))).not.toContain(email)
})

test('an order is erased once the number is typed, read again, and verified field by field', async () => {
  const order = await named('DEMO-ERASE-3')
  const desk = openPrivacyDesk(server.base)
  const id = await desk.asked({ references: [order.order_reference] })
  value(await desk.privacy.findPerson(desk.at(id), caller))
  const { orders } = value(await desk.privacy.reviewErasure(desk.at(id), caller))
  expect(orders).toMatchObject([{ reference: order.order_reference, holds: [] }])
  const plan = await desk.planned(id)
  expect(plan).toMatchObject({ kind: 'deidentify', stage: 'planned', toSend: 1 })

  const start = (count: number) => desk.privacy.startErasure({ ...desk.at(id), plan: plan.id, count }, caller)
  expect(await start(2)).toMatchObject({ ok: false, error: { code: 'COUNT_MISMATCH' } })
  const elsewhere = { profile: desk.at(id).profile, plan: plan.id, count: 1 }
  expect(await desk.batches.startBatch(elsewhere, caller)).toMatchObject({ ok: false })
  expect((await server.order(order.order_reference)).order_version).toBe(order.order_version)

  const { batch } = value(await start(1))
  const request = await desk.rested(id)
  expect(request).toMatchObject({ state: 'erasing', batches: [batch] })
  expect(lineOf(request, order.order_reference)).toMatchObject({ state: 'erased', left: [] })
  const after = await server.order(order.order_reference)
  expect(JSON.stringify(after)).not.toMatch(/elske|vandermolen/i)
})

const formFor = (reference: string | undefined, note = '') => ({
  subject: { emails: [], phones: [], references: [reference ?? ''] },
  ...{ receivedOn: '2026-03-01', identityChecked: 'Called back', note },
})

test('a request that turns out to be about somebody else keeps nothing that was found and chosen before', async () => {
  const [first, other] = await Promise.all(['DEMO-ERASE-1', 'DEMO-ERASE-NAMESAKE'].map(named))
  const desk = openPrivacyDesk(server.base)
  const id = await desk.asked({ references: [first?.order_reference] })
  const before = value(await desk.privacy.findPerson(desk.at(id), caller)).request
  expect(before.orders).toMatchObject([{ reference: first?.order_reference, chosen: true }])
  const form = formFor(other?.order_reference)
  const { request } = value(await desk.privacy.changeRequest({ ...desk.at(id), form }, caller))
  expect(request).toMatchObject({ orders: [], contacts: [], searched: [] })
  expect(request.searchedAt).toBeUndefined()
  const again = value(await desk.privacy.findPerson(desk.at(id), caller)).request
  expect(again.orders.map(({ reference }) => reference)).not.toContain(first?.order_reference)
})

test('a request of which only the note is changed keeps what was found', async () => {
  const first = await named('DEMO-ERASE-1')
  const desk = openPrivacyDesk(server.base)
  const id = await desk.asked({ references: [first.order_reference] })
  const before = value(await desk.privacy.findPerson(desk.at(id), caller)).request
  const form = formFor(first.order_reference, 'Rang again')
  const { request } = value(await desk.privacy.changeRequest({ ...desk.at(id), form }, caller))
  expect([request.orders, request.searchedAt, request.note]).toEqual([
    before.orders,
    before.searchedAt,
    'Rang again',
  ])
})

test('numbers are of the year at the desk, one after the other, through the night of New Year and with a clock that was put back', async () => {
  // In Amsterdam the year begins an hour before it does in Greenwich.
  const moments = [
    '2026-12-31T22:30Z',
    '2026-12-31T23:30Z',
    '2027-01-01T08:00Z',
    '2026-06-01T08:00Z',
    '2027-01-02T08:00Z',
  ]
  let now = 0
  const desk = openPrivacyDesk(server.base, { now: () => now })
  const numbers: string[] = []
  for (const moment of moments) {
    now = Date.parse(moment)
    numbers.push((await desk.request(await desk.asked({ name: 'Bo Achterberg' }))).number)
  }
  expect(numbers).toEqual(['2026-0001', '2027-0001', '2027-0002', '2026-0002', '2027-0003'])
  await desk.stop()
})
