// A search that does not reach everything: told, never taken for an answer, and named in the certificate. Over real HTTP.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { caller, value } from '../support/batch-desk'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let control: ReturnType<typeof controlOf>
let desk: ReturnType<typeof openPrivacyDesk>

beforeEach(async () => {
  server = await startTestSandbox({ orders: 40, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  desk = openPrivacyDesk(server.base)
})
afterEach(async () => {
  await desk.stop()
  await server.sandbox.close()
})

const nobody = { emails: ['nobody.at.all@nowhere.example.com'] }
const contactsFail = () =>
  control.fault({ kind: 'status', method: 'GET', path: '/contacts', status: 500, count: 0 })
const searched = async (id: string) => value(await desk.privacy.findPerson(desk.at(id), caller)).request
const cleared = (id: string) => desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller)
const completed = (id: string, acceptLeft?: string) =>
  desk.privacy.completeRequest({ ...desk.at(id), ...(acceptLeft ? { acceptLeft } : {}) }, caller)
const somethingLeft = (left: number) => ({ ok: false, error: { code: 'SOMETHING_LEFT', params: { left } } })

test('a request is not completed while a place was not searched, and is once it was', async () => {
  await contactsFail()
  const id = await desk.asked(nobody)
  const first = await searched(id)
  expect(first.searched).toContainEqual({
    ...{ place: 'api-contacts', state: 'not-searched', why: 'UPSTREAM', looked: 0 },
  })
  value(await cleared(id))
  expect(await completed(id)).toMatchObject(somethingLeft(1))
  expect((await desk.request(id)).state).toBe('open')
  await control.clear()
  const { request } = value(await completed(id))
  expect(request).toMatchObject({ state: 'completed' })
  expect(request.certificate?.body).toMatchObject({
    verification: 'complete',
    searchedAt: expect.any(String),
    searched: [
      { place: 'api-orders', state: 'searched' },
      { place: 'api-contacts', state: 'searched' },
      { place: 'mirror', state: 'not-searched', why: 'NO_MIRROR' },
      { place: 'journal', state: 'searched' },
    ],
  })
})

test('a reason that was given before anybody could know of the gap does not stand for it, a second one does', async () => {
  const id = await desk.asked(nobody)
  await searched(id)
  await contactsFail()
  const refused = await completed(id, 'The copies are cleared by hand')
  expect(refused).toMatchObject(somethingLeft(2))
  const shown = await desk.request(id)
  expect(shown).toMatchObject({ state: 'open' })
  expect(shown.searched).toContainEqual(
    expect.objectContaining({ place: 'api-contacts', state: 'not-searched' }),
  )
  expect(shown.subject).toBeDefined()

  const { request } = value(await completed(id, 'The contacts module is out of order for good'))
  expect(request.certificate?.body).toMatchObject({
    ...{ verification: 'incomplete', leftAccepted: 'The contacts module is out of order for good' },
    searched: expect.arrayContaining([
      { place: 'api-contacts', state: 'not-searched', why: 'UPSTREAM', looked: 0 },
    ]),
  })
})

test('a search that somebody stops tells what it did not reach', async () => {
  await control.fault({ kind: 'delay', method: 'GET', path: '/contacts', delayMs: 3_000, count: 0 })
  const id = await desk.asked(nobody)
  const search = searched(id)
  await expect
    .poll(async () => (await control.arrivals('GET')).some(({ path }) => path === '/contacts'))
    .toBe(true)
  value(await desk.privacy.stopSearch(desk.at(id), caller))
  expect((await search).searched).toContainEqual({
    ...{ place: 'api-contacts', state: 'not-searched', why: 'STOPPED', looked: 0 },
  })
})

test('what is found once the server answers did not arrive since', async () => {
  const order = (await server.list('items_per_page=1')).items[0]
  const id = await desk.asked({ references: [order?.order_reference] })
  await control.fault({ kind: 'status', method: 'GET', path: '/orders', status: 500, count: 0 })
  expect(await searched(id)).toMatchObject({ orders: [], searched: [{ state: 'not-searched' }, {}, {}, {}] })
  await control.clear()
  const { orders } = await searched(id)
  expect(orders).toMatchObject([{ reference: order?.order_reference, chosen: true }])
  expect(orders[0]).not.toHaveProperty('arrived')
})

test.each([
  ['+31205518842', '+31 20 551 8842'],
  ['+31205518842', '020 551 8842'],
  ['+31205518842', '0205518842'],
  ['0205518842', '+31 20 551 8842'],
  ['+31 20 551 8842', '+31205518842'],
  ['020 551 8842', '0031205518842'],
  ['020 551 8842', '+31 20 551 8842'],
])('an order with the number %s is found by %s alone', async (written, phone) => {
  const guest = { first: 'Isolde', last: 'Quennevillard', email: 'isolde@forget.example.com', phone: written }
  const order = { product: '62501', days: -9, settlement: 'VENUE', guest }
  const { reference } = JSON.parse((await control.call('POST', '/orders', order)).text)
  const { orders, searched: places } = await searched(await desk.asked({ phones: [phone] }))
  expect(orders).toMatchObject([{ reference, chosen: true }])
  expect(places).toContainEqual({ place: 'api-orders', state: 'searched', looked: 1 })
})

test('an order of somebody with another number is not', async () => {
  const guest = { first: 'Bo', last: 'Achterberg', email: 'bo@else.example.com', phone: '+31205518843' }
  await control.call('POST', '/orders', { product: '62501', days: -9, settlement: 'VENUE', guest })
  expect((await searched(await desk.asked({ phones: ['+31 20 551 8842'] }))).orders).toEqual([])
})
