// What one request erased is not kept by the others that go on, which show it as of somebody of the same name. Over real HTTP
// against the real sandbox.

import type { PrivacyRequest } from '@shared/features/privacy'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreError } from '../../electron/platform/store-client'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { forgotten, guestArrival } from '../support/forgotten-guest'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let desk: ReturnType<typeof openPrivacyDesk>
/** Of the person, and of somebody of the same name. */
let theirs: string
let namesakes: string
let accounts: Map<string, string>
/** What happens while copies are cleared. */
let meanwhile: () => void

const namesake = 'isolde@namesake.example.com'

beforeEach(async () => {
  server = await startTestSandbox({ orders: 20, faultToken: FAULT_TOKEN })
  const arrived = async (over?: object) =>
    JSON.parse((await controlOf(server).call('POST', '/orders', guestArrival(over))).text).reference
  theirs = await arrived({ note: '' })
  const guest = { first: forgotten.first, last: forgotten.last, email: namesake, phone: '+31201112233' }
  namesakes = await arrived({ guest, contact: {}, note: '' })
  accounts = new Map([[profileId, 'canal-tours at the vendor']])
  meanwhile = () => {}
  const clearOpened = () => {
    meanwhile()
    return { removed: 0, left: 0 }
  }
  desk = openPrivacyDesk(server.base, { accountOf: (profile) => accounts.get(profile), clearOpened })
})
afterEach(async () => {
  await desk.stop()
  await server.sandbox.close()
})

const found = async (email: string, at = desk): Promise<PrivacyRequest> => {
  const id = await at.asked({ name: forgotten.name, emails: [email] })
  return value(await at.privacy.findPerson(at.at(id), caller)).request
}
const erased = async ({ id }: PrivacyRequest): Promise<PrivacyRequest> => {
  const request = await desk.erased(id)
  const count = request.contacts.filter(({ chosen }) => chosen).length
  return count === 0 ? request : desk.overwritten(id, count)
}
const cleared = ({ id }: PrivacyRequest) =>
  desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller)
/** As it is on disk. */
const kept = async ({ id }: PrivacyRequest): Promise<string> =>
  JSON.stringify(await desk.journal.store.privacy.get(id))
const references = ({ orders }: PrivacyRequest) => orders.map(({ reference }) => reference)

test('an order and a contact that were erased go from a request about somebody of the same name, once copies are cleared', async () => {
  const other = await found(namesake)
  expect(other.orders.find(({ reference }) => reference === theirs)).toMatchObject({
    ...{ surety: 'someone-else', guest: { email: forgotten.email } },
  })
  const request = await found(forgotten.email)
  const uids = request.contacts.filter(({ chosen }) => chosen).map(({ uid }) => uid)
  expect(other.contacts.map(({ uid }) => uid)).toEqual(expect.arrayContaining(uids))
  expect(uids).not.toEqual([])
  await erased(request)
  expect(await kept(other)).toContain(forgotten.email)

  value(await cleared(request))
  expect(await kept(other)).not.toContain(forgotten.email)
  const after = await desk.request(other.id)
  expect(after).toEqual({
    ...other,
    orders: other.orders.filter(({ reference }) => reference !== theirs),
    contacts: other.contacts.filter(({ uid }) => !uids.includes(uid)),
  })
  expect(references(after)).toContain(namesakes)
})

test('what is chosen in the other request and not verified as erased stays there, to be sent, and names nobody', async () => {
  const other = await found(forgotten.email)
  const request = await found(forgotten.email)
  const { erasedContacts } = await erased(request)
  // What the server keeps of a contact's earlier revisions no call reaches.
  expect(erasedContacts).toMatchObject([{ state: 'incomplete' }])
  value(await cleared(request))
  const after = await desk.request(other.id)
  expect(references(after)).not.toContain(theirs)
  const [theirContact] = other.contacts.filter(({ chosen }) => chosen)
  if (!theirContact) throw new Error('no contact of theirs was found')
  const { guest, ...contact } = theirContact
  expect(guest).toMatchObject({ email: forgotten.email })
  expect(after.contacts.filter(({ chosen }) => chosen)).toEqual([contact])
  expect(after.erasedContacts).toEqual([{ uid: contact.uid, state: 'waiting', fields: [], left: [] }])
})

test('what the other request sent itself stays a line of it, for its certificate, and names nobody', async () => {
  const other = await found(forgotten.email)
  const request = await found(forgotten.email)
  const { erasedOrders } = await desk.erased(other.id)
  expect(erasedOrders).toMatchObject([{ reference: theirs, state: 'erased' }])
  expect((await desk.erased(request.id)).erasedOrders).toMatchObject([
    { reference: theirs, left: expect.any(Array) },
  ])
  value(await cleared(request))
  const after = await desk.request(other.id)
  expect(after.erasedOrders).toEqual(erasedOrders)
  expect(after.orders.find(({ reference }) => reference === theirs)).not.toHaveProperty('guest')
})

test('a request of another account keeps its order of that reference', async () => {
  const colleague = 'harbour-tours'
  accounts.set(colleague, 'harbour-tours at the vendor')
  const form = {
    ...{ subject: { name: forgotten.name, emails: [namesake], phones: [], references: [] } },
    ...{ receivedOn: '2026-03-01', identityChecked: '', note: '' },
  }
  const { request: elsewhere } = value(await desk.privacy.createRequest({ profile: colleague, form }, caller))
  const at = { profile: colleague, request: elsewhere.id }
  const { request: other } = value(await desk.privacy.findPerson(at, caller))
  expect(references(other)).toContain(theirs)
  const request = await found(forgotten.email)
  await erased(request)
  value(await cleared(request))
  expect(value(await desk.privacy.getRequest(at, caller)).request).toEqual(other)
})

test('with another profile of the account it goes as well', async () => {
  const colleague = 'support-desk'
  accounts.set(colleague, 'canal-tours at the vendor')
  const form = {
    ...{ subject: { name: forgotten.name, emails: [namesake], phones: [], references: [] } },
    ...{ receivedOn: '2026-03-01', identityChecked: '', note: '' },
  }
  const created = value(await desk.privacy.createRequest({ profile: colleague, form }, caller)).request
  const at = { profile: colleague, request: created.id }
  const { request: other } = value(await desk.privacy.findPerson(at, caller))
  expect(references(other)).toContain(theirs)
  const request = await found(forgotten.email)
  await erased(request)
  value(await cleared(request))
  expect(await kept(other)).not.toContain(forgotten.email)
})

test('where the store fails before the other request is written, the copies are not called cleared, and clearing again finishes it', async () => {
  const other = await found(namesake)
  const request = await found(forgotten.email)
  await erased(request)
  const { privacy } = desk.journal.store
  const { put } = privacy
  privacy.put = async (record) => {
    if (record.id === other.id) throw new StoreError('lost', 'it was killed')
    await put(record)
  }
  expect(await cleared(request)).toMatchObject({ ok: false, error: { code: 'NO_JOURNAL' } })
  expect(await kept(other)).toContain(forgotten.email)
  expect(await desk.request(request.id)).not.toHaveProperty('copiesClearedAt')
  const acceptLeft = 'It is to end all the same'
  expect(await desk.privacy.completeRequest({ ...desk.at(request.id), acceptLeft }, caller)).toMatchObject({
    ok: false,
    error: { code: 'COPIES_NOT_CLEARED' },
  })
  privacy.put = put
  value(await cleared(request))
  expect(await kept(other)).not.toContain(forgotten.email)
})

test('what a search of the other request brought back while copies were cleared goes too', async () => {
  const other = await found(namesake)
  const request = await found(forgotten.email)
  await erased(request)
  const record = await desk.journal.store.privacy.get(other.id)
  if (!record) throw new Error('it is not there')
  let broughtBack = 0
  meanwhile = () => {
    broughtBack += 1
    void desk.journal.store.privacy.put(record)
  }
  value(await cleared(request))
  expect(broughtBack).toBe(1)
  expect(await kept(other)).not.toContain(forgotten.email)
})

test('two requests that name each other’s orders are cleared at the same time, and neither waits for ever', async () => {
  const other = await found(namesake)
  const request = await found(forgotten.email)
  await erased(request)
  await erased(other)
  const both = await Promise.all([cleared(request), cleared(other)])
  for (const one of both) expect(value(one).request.copiesClearedAt).toEqual(expect.any(Number))
  expect(references(await desk.request(other.id))).toEqual([namesakes])
  expect(references(await desk.request(request.id))).toEqual([theirs])
})
