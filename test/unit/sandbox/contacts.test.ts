import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactDocument, OrderDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { scenario } from './support/orders'

let stateDir: string
let client: TestClient
const clock = testClock()
const config = () => ({ orders: 700, faultToken: FAULT_TOKEN, stateDir })
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sandbox-contacts-'))
  client = await startTestSandbox(config(), clock)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
  await rm(stateDir, { recursive: true, force: true })
})

interface Page {
  readonly items: readonly ContactDocument[]
  readonly total_items: number
}

async function read(path: string): Promise<Page> {
  const answer = await client.get(path)
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json.data as unknown as Page
}

const put = (uid: string, contact: object, query = '') =>
  client.send('PUT', `/contacts/${uid}${query}`, { data: { contact } })

const bookerOf = (order: OrderDocument): ContactDocument & { readonly contact_uid: string } => {
  const contact = order.order_contacts?.[0]
  if (contact?.contact_uid === undefined) throw new Error('no known booker')
  return { ...contact, contact_uid: contact.contact_uid }
}

describe('GET /contacts', () => {
  it('lists contacts of one type, CONTACT unless told, in pages', async () => {
    const known = await read('/contacts?items_per_page=200')
    expect(known.total_items).toBeGreaterThan(30)
    expect(new Set(known.items.map((contact) => contact.contact_type))).toEqual(new Set(['CONTACT']))
    const bookers = await read('/contacts?contact_type=BOOKER&items_per_page=3&page=2')
    expect(bookers.items).toHaveLength(3)
    expect(bookers.total_items).toBeGreaterThan(500)
    expect((await read('/contacts?distributor_id=999')).total_items).toBe(0)
    expect((await client.get('/contacts?contact_type=booker')).status).toBe(400)
    expect((await client.get('/contacts?contact_external_uid=x')).status).toBe(400)
  })

  it('does not know contacts that are on one order alone', async () => {
    const own = await scenario(client, 'DEMO-EVERYTHING')
    expect(own.order_contacts?.[0]).not.toHaveProperty('contact_uid')
  })
})

describe('PUT /contacts/{contact_uid}', () => {
  it('replaces the contact: what is not sent is gone, the old version can still be read (rule 190)', async () => {
    const order = await scenario(client, 'DEMO-JPY')
    const before = bookerOf(order)
    const answer = await put(before.contact_uid, {
      contact_uid: before.contact_uid,
      contact_type: 'BOOKER',
      contact_name_last: 'Replaced',
      contact_version: 99,
      contact_created: '1999-01-01T00:00:00+00:00',
      contact_notes: [{ note_value: 'Regular', note_creator_user_name: 'Forged' }],
    })
    const [after, ...more] = (answer.json.data as unknown as Page).items
    expect(more).toEqual([])
    expect(after).toEqual({
      contact_uid: before.contact_uid,
      contact_type: 'BOOKER',
      contact_name_last: 'Replaced',
      contact_notes: [
        expect.objectContaining({ note_value: 'Regular', note_creator_user_name: 'Gatehouse' }),
      ],
      contact_version: 2,
      contact_created: before.contact_created,
      contact_modified: '2026-11-21T12:00:00+01:00',
    })
    expect((await read(`/contacts/${before.contact_uid}`)).items).toEqual([after])
    const versions = await read(`/contacts/${before.contact_uid}?include_versions=true`)
    expect(versions.items).toEqual([after, before])
    // Orders keep the version they had unless they are named (rule 189).
    expect(await client.order(order.order_reference)).toEqual(order)
    const listed = await read('/contacts?contact_type=BOOKER&items_per_page=200')
    expect(listed.items).toContainEqual(after)
  })

  it('brings the orders that are named to the new version, and adds it where it was missing (rule 191)', async () => {
    const order = await scenario(client, 'DEMO-BHD')
    const other = await scenario(client, 'DEMO-KWD')
    const before = bookerOf(order)
    const answer = await put(
      before.contact_uid,
      { ...before, contact_email: 'new@example.com' },
      `?order_reference=${order.order_reference},${other.order_reference}`,
    )
    const [contact] = (answer.json.data as unknown as Page).items
    const [after, added] = await Promise.all([order, other].map((each) => client.order(each.order_reference)))
    expect(after?.order_contacts).toEqual([contact])
    expect(after?.order_version).toBe(order.order_version + 1)
    expect(added?.order_contacts).toEqual([...(other.order_contacts ?? []), contact])
    expect(added?.order_event_details.at(-1)?.event_note).toBe('Contact brought to version 2')
    const { items } = await client.list(`order_contact_uid=${before.contact_uid}`)
    expect(items.map((each) => each.order_reference).sort()).toEqual(
      [order.order_reference, other.order_reference].sort(),
    )
    const [arrival] = (await controlOf(client).arrivals('PUT')).slice(-1)
    expect(arrival?.committed).toEqual({ reference: before.contact_uid, version: 2 })
  })

  it.each([
    [
      'without its key in the body (rule 190)',
      (contact: object) => ({ ...contact, contact_uid: undefined }),
      '',
      400,
    ],
    [
      'with another key in the body',
      (contact: object) => ({ ...contact, contact_uid: 'f44226c0-e142-11ea-86d2-83036af9991e' }),
      '',
      400,
    ],
    ['of an unknown type', (contact: object) => ({ ...contact, contact_type: 'KING' }), '', 400],
    [
      'for an order that does not exist',
      (contact: object) => contact,
      '?order_reference=123456789012345',
      404,
    ],
  ])('is refused %s, and nothing changes', async (_what, change, query, status) => {
    const order = await scenario(client, 'DEMO-DKK')
    const before = bookerOf(order)
    expect((await put(before.contact_uid, change(before), query)).status).toBe(status)
    expect((await read(`/contacts/${before.contact_uid}`)).items).toEqual([before])
    expect(await client.order(order.order_reference)).toEqual(order)
  })

  it('knows no others: 404, and 400 for what is no key', async () => {
    const uid = 'f44226c0-e142-11ea-86d2-83036af9991e'
    expect((await client.get(`/contacts/${uid}`)).status).toBe(404)
    expect((await put(uid, { contact_uid: uid })).status).toBe(404)
    expect((await client.get('/contacts/12345678')).status).toBe(400)
  })
})

describe('the contacts of the data set', () => {
  it('are the same in the list, alone and in every order of a guest; further orders have the same key', async () => {
    const list = await read('/contacts?contact_type=BOOKER&items_per_page=200')
    for (const contact of list.items.slice(0, 40)) {
      expect((await read(`/contacts/${contact.contact_uid}`)).items).toEqual([contact])
    }
    const keys = ['DEMO-ERASE-1', 'DEMO-ERASE-2', 'DEMO-ERASE-3', 'DEMO-ERASE-4']
    const orders = await Promise.all(keys.map((key) => scenario(client, key)))
    const [uid, ...others] = new Set(orders.map((order) => bookerOf(order).contact_uid))
    expect(others).toEqual([])
    const { items } = await client.list(`order_contact_uid=${uid}&items_per_page=50`)
    expect(items.map((order) => order.order_external_reference)).toEqual(expect.arrayContaining(keys))
    const everyBooker = (await client.list('items_per_page=200')).items.flatMap(
      (order) => order.order_contacts ?? [],
    )
    const versions = new Map<string, string>()
    for (const contact of everyBooker) {
      const { contact_uid: key, contact_mobile: _, ...fields } = contact
      if (key === undefined) continue
      expect(JSON.stringify(fields)).toBe(versions.get(key) ?? JSON.stringify(fields))
      versions.set(key, JSON.stringify(fields))
    }
  })

  it('may be newer than in the orders (rule 189): versions follow each other in time and keep what did not change', async () => {
    const order = await scenario(client, 'DEMO-CONTACT-REVISED')
    const { items } = await read(`/contacts/${bookerOf(order).contact_uid}?include_versions=true`)
    expect(items.map((contact) => contact.contact_version)).toEqual([4, 3, 2, 1])
    expect(items.at(-1)).toEqual(bookerOf(order))
    expect(items.map((contact) => contact.contact_name_last)).toEqual([
      ...Array(3).fill('Revised-Jansen'),
      'Revised',
    ])
    expect(items[0]).toMatchObject({
      contact_phone: '+31600000113',
      contact_email: 'rosa.jansen@contacts.example.com',
    })
    const times = items.map((contact) => Date.parse(String(contact.contact_modified)))
    expect(times).toEqual([...times].sort((a, b) => b - a))
    const bookers = await read('/contacts?contact_type=BOOKER&items_per_page=200&page=2')
    expect(bookers.items.filter((contact) => contact.contact_version === 2).length).toBeGreaterThan(2)
  })

  it('have doubles, namesakes and every odd value, and come back from a PUT as they were sent (rules 47, 55, 190)', async () => {
    const [twin, other] = [
      await scenario(client, 'DEMO-CONTACT-TWIN-1'),
      await scenario(client, 'DEMO-CONTACT-TWIN-2'),
    ].map(bookerOf)
    expect(twin?.contact_phone).toBe(other?.contact_phone)
    expect(twin?.contact_birth_date).toBe(other?.contact_birth_date)
    expect(twin?.contact_email).not.toBe(other?.contact_email)
    const elske = bookerOf(await scenario(client, 'DEMO-ERASE-4'))
    const namesake = bookerOf(await scenario(client, 'DEMO-ERASE-NAMESAKE'))
    expect(namesake).toMatchObject({ contact_name_last: elske.contact_name_last })
    expect(namesake.contact_birth_date).not.toBe(elske.contact_birth_date)
    const bare = bookerOf(await scenario(client, 'DEMO-CONTACT-BARE'))
    expect(bare).not.toHaveProperty('contact_email')
    const odd = await client.get(
      `/contacts/${bookerOf(await scenario(client, 'DEMO-CONTACT-NULLS')).contact_uid}`,
    )
    expect(odd.text).toContain('"contact_points":159118380521834001')
    expect(odd.text).toContain('"contact_company":null')
    // A client that loses digits or fields on the way would not get the same back
    const sent = /\{"contact_uid".*\}(?=\]\}\}$)/.exec(odd.text)?.[0]
    const uid = (JSON.parse(sent ?? '{}') as ContactDocument).contact_uid
    const answer = await client.send('PUT', `/contacts/${uid}`, `{"data":{"contact":${sent}}}`)
    expect(answer.text).toContain('"contact_points":159118380521834001,"contact_score":20.50')
    expect(answer.text).toContain('"contact_tags":["A",null,{"name":"B"}]')
  })

  it('are of every type that DEMO-CONTACT-TYPES has', async () => {
    for (const type of ['COMPANY', 'AGENT', 'EMERGENCY', 'GUIDE', 'SUPPLIER', 'STAFF', 'VENUE']) {
      const { items } = await read(`/contacts?contact_type=${type}`)
      expect(items.map((contact) => contact.contact_name_last)).toContain(`Types ${type}`)
    }
  })

  it('move to another list with their type', async () => {
    const { items, total_items: before } = await read('/contacts?contact_type=GUIDE')
    const [guide] = items
    await put(guide?.contact_uid ?? '', { ...guide, contact_type: 'INSTRUCTOR' })
    expect((await read('/contacts?contact_type=GUIDE')).total_items).toBe(before - 1)
    const instructors = await read('/contacts?contact_type=INSTRUCTOR')
    expect(instructors.items.map((contact) => contact.contact_uid)).toEqual([guide?.contact_uid])
  })

  it('can be paged beyond position 10,000 by page, not by start_index (rule 36)', async () => {
    expect((await read('/contacts?contact_type=BOOKER&page=51&items_per_page=200')).items).toEqual([])
    expect((await client.get('/contacts?start_index=10001')).status).toBe(400)
  })
})

describe('while others work', () => {
  it('a contact moves on, and shows to whom asks for changes (rule 40); a PUT then overwrites it (rule 190)', async () => {
    const before = bookerOf(await scenario(client, 'DEMO-CONTACT-EVERYTHING'))
    clock.advance(5000)
    const first = await client.get('/contacts')
    const since = { 'if-modified-since': String(first.headers.get('last-modified')) }
    expect((await client.get('/contacts', since)).status).toBe(304)
    const path = `/contacts/${before.contact_uid}`
    await controlOf(client).call('POST', path, { set: { contact_phone: '+31999', contact_website: null } })
    clock.advance(5000)
    expect((await client.get('/contacts', since)).status).toBe(200)
    const [moved] = (await read(path)).items
    const { contact_website: _, contact_modified: __, ...rest } = before
    expect(moved).toMatchObject({ ...rest, contact_version: 2, contact_phone: '+31999' })
    expect(moved).not.toHaveProperty('contact_website')
    await controlOf(client).fault({ kind: 'contact-moves', method: 'PUT', path: '/contacts/*' })
    const answer = await put(before.contact_uid, { ...moved, contact_phone: '+31888' })
    expect((answer.json.data as unknown as Page).items[0]?.contact_version).toBe(4)
    expect((await read(`${path}?include_versions=true`)).items.map((each) => each.contact_phone)).toEqual([
      '+31888',
      '+31999',
      '+31999',
      before.contact_phone,
    ])
  })

  it('an order that is cancelled refuses the whole push (rule 161), and nothing changes', async () => {
    const [order, gone] = [await scenario(client, 'DEMO-SPLIT'), await scenario(client, 'DEMO-CANCELLED')]
    const before = bookerOf(order)
    const query = `?order_reference=${order.order_reference},${gone.order_reference}`
    const answer = await put(before.contact_uid, { ...before, contact_phone: '+31777' }, query)
    expect([answer.status, answer.json.error]).toEqual([409, 'ORDER_CANCELLED'])
    expect((await read(`/contacts/${before.contact_uid}`)).items).toEqual([before])
    expect(await client.order(order.order_reference)).toEqual(order)
    expect(await client.order(gone.order_reference)).toEqual(gone)
  })
})

describe('a known contact in an order update', () => {
  const update = (order: OrderDocument, contacts: readonly object[]) => {
    const { order_bookings: _, ...rest } = order
    return client.send('PUT', `/orders/${order.order_reference}`, {
      data: { order: { ...rest, order_contacts: contacts } },
    })
  }

  it('is linked; whatever else is sent about it is ignored (model Contact)', async () => {
    const order = await scenario(client, 'DEMO-TERMS-FREE')
    const booker = bookerOf(order)
    const other = bookerOf(await scenario(client, 'DEMO-FAMILY'))
    const answer = await update(order, [
      { ...booker, contact_email: 'beside@example.com' },
      { contact_uid: other.contact_uid, contact_name_last: 'Ignored' },
    ])
    expect(answer.json.data?.order?.order_contacts).toEqual([booker, other])
    expect((await read(`/contacts/${booker.contact_uid}`)).items).toEqual([booker])
  })

  it('must be known, and a contact left out is dropped', async () => {
    const order = await client.order((await scenario(client, 'DEMO-TERMS-FREE')).order_reference)
    const unknown = await update(order, [{ contact_uid: 'f44226c0-e142-11ea-86d2-83036af9991e' }])
    expect([unknown.status, unknown.json.error]).toEqual([422, 'UNKNOWN_CONTACT'])
    expect(await client.order(order.order_reference)).toEqual(order)
    const answer = await update(order, (order.order_contacts ?? []).slice(0, 1))
    expect(answer.json.data?.order?.order_contacts).toEqual((order.order_contacts ?? []).slice(0, 1))
  })
})

it('what was replaced is still replaced after a restart, until a reset', async () => {
  const order = await scenario(client, 'DEMO-PROMO')
  const before = bookerOf(order)
  await put(before.contact_uid, { ...before, contact_name_last: 'Kept' })
  await client.sandbox.close()
  client = await startTestSandbox(config(), clock)
  const kept = await read(`/contacts/${before.contact_uid}?include_versions=true`)
  expect(kept.items.map((contact) => contact.contact_name_last)).toEqual(['Kept', before.contact_name_last])
  await client.sandbox.reset()
  // Everything is dated from the reset on.
  const { contact_created: _, contact_modified: __, ...made } = before
  expect((await read(`/contacts/${before.contact_uid}`)).items).toMatchObject([made])
})
