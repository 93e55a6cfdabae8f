import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type AmendedField, contactTypes, type FieldValue } from '@shared/features/amendments'
import { contactFieldProblem, contactFormFields, editedContact } from '@shared/features/contacts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readOnlyContactFields } from '../../../../../electron/features/amendments'
import { buildContactUpdate } from '../../../../../electron/features/contacts/contact-update'
import { checkOf } from '../../../../support/openapi'
import { startTestSandbox, type TestClient } from '../../../sandbox/support/client'

/**
 * Read, change one field, send: a contact is replaced and not merged (rule 190), so what is sent differs from what was read
 * in that field only, but for what only the server writes.
 */

type Fields = Record<string, unknown>

const uid = 'f44226c0-e142-11ea-86d2-83036af9991e'
const candidates: Readonly<Record<string, readonly FieldValue[]>> = {
  text: ['Changed "quoted" \\ é 😀', 'Otherwise'],
  language: ['de', 'nl'],
  email: ['changed@example.com', 'other@example.com'],
  phone: ['+31201234567', '+4930123456'],
  date: ['1990-04-30', '1991-05-01'],
}

/** Everything that a person may do to one field of a contact: another value, and none where it may be empty. */
const changesOf = (contact: Fields): AmendedField[] =>
  contactFormFields(contact).flatMap((field) => {
    const offered = field.kind === 'choice' ? field.choices : candidates[field.kind]
    const wanted = offered?.find((value) => value !== field.value)
    const emptied = field.value !== null && contactFieldProblem(field, null) === undefined ? [null] : []
    return [wanted, ...emptied].flatMap((value) =>
      value === undefined ? [] : [{ path: field.path, seen: field.value, wanted: value }],
    )
  })

/** Some of many, another part at each turn, so that all are met in the end. */
const partOf = <T>(all: readonly T[], turn: number, count: number): T[] =>
  Array.from({ length: Math.min(count, all.length) }, (_, at) => all[(turn * count + at) % all.length] as T)

function expectOneDifference(contact: Fields, changes = changesOf(contact)): number {
  const raw = JSON.stringify(contact)
  for (const change of changes) {
    const body = buildContactUpdate(raw, uid, [change])
    if (!body.ok) throw new Error(body.error.message)
    const { data } = JSON.parse(body.value)
    const expected = structuredClone(editedContact(contact, [change])) as Fields
    for (const pattern of readOnlyContactFields) remove(expected, pattern)
    // A field that is wanted empty is left out, and not sent as null; a null that was read goes back as it was.
    if (change.wanted === null) remove(expected, change.path.map(String))
    expect(data.contact, JSON.stringify(change)).toEqual({ ...expected, contact_uid: uid })
    expect(placeIn(data.contact, change.path)).toBe(change.wanted ?? undefined)
  }
  return changes.length
}

const placeIn = (contact: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), contact)

/** Read-only fields taken out by another way than the code's: on parsed data. */
function remove(value: unknown, [name, ...rest]: readonly string[]): void {
  if (typeof value !== 'object' || value === null || name === undefined) return
  if (name === '*') for (const entry of Object.values(value)) remove(entry, rest)
  else if (rest.length === 0) Reflect.deleteProperty(value, name)
  else remove(Reflect.get(value, name), rest)
}

/** Names by which a contact is known as such, in whatever answer it stands. */
const contactNames = new Set([
  'contact_uid',
  'contact_type',
  'contact_name_last',
  'contact_email',
  'contact_phone',
])
/** Resources of the vendor that hold contacts. */
const filesWithContacts = [
  'contact.response.json',
  'get-contacts.response.json',
  'get-orders.response.json',
  'get-products-locations.response.json',
  'order.response.json',
  'put-contact.request.json',
  'reservation.response.json',
].map((file) => `examples/${file}`)

const data = fileURLToPath(new URL('../../../../data/', import.meta.url))
const vendorContacts = readdirSync(data, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) =>
    contactsIn(JSON.parse(readFileSync(data + file, 'utf8'))).map(
      (contact, at) => [`${file} #${at + 1}`, contact] as const,
    ),
  )

/** Whatever has a field of a contact is one: of a list of contacts, a payer, one of an order, a reservation or a place. */
function contactsIn(value: unknown): Fields[] {
  if (typeof value !== 'object' || value === null) return []
  if (!Array.isArray(value) && Object.keys(value).some((name) => contactNames.has(name))) {
    return [value as Fields]
  }
  return Object.values(value).flatMap(contactsIn)
}

test('there are contacts of the vendor to try, of every resource that has some', () => {
  expect(vendorContacts.length).toBeGreaterThan(20)
  const files = new Set(vendorContacts.map(([name]) => name.split(' ')[0]))
  expect([...files].sort()).toEqual(expect.arrayContaining(filesWithContacts))
})

test.each(vendorContacts)('changing one field of the contact in %s changes that field only', (_, contact) => {
  expect(expectOneDifference(contact)).toBeGreaterThan(20)
  const body = buildContactUpdate(JSON.stringify(contact), uid, [])
  const check = checkOf({ operationId: 'updateContact', direction: 'request' })
  expect(body.ok && check(JSON.parse(body.value))).toEqual([])
})

test('every digit and escape of what stays is sent as it was read', () => {
  const raw = '{"contact_uid":"x","ledger":{"id":159118380521834001,"sum":20.50},"contact_title":"\\u0041"}'
  const change = { path: ['contact_email'], seen: null, wanted: 'a@example.com' }
  expect(buildContactUpdate(raw, uid, [change])).toEqual({
    ok: true,
    value: `{"data":{"contact":{"contact_uid":"${uid}","ledger":{"id":159118380521834001,"sum":20.50},"contact_title":"\\u0041","contact_email":"a@example.com"}}}`,
  })
})

test('what is no contact is refused in words: nothing is built that would lose what is there', () => {
  const change = { path: ['contact_address', 'street'], seen: null, wanted: 'Amstel 1' }
  expect(buildContactUpdate('{"contact_address":"none"}', uid, [change])).toMatchObject({
    ok: false,
    error: { code: 'UPSTREAM', changed: 'no' },
  })
})

/** Contacts that show what may come: nothing at all, other scripts, hostile text, roles that nobody told us of. */
const odd = 'EVERYTHING NULLS BARE CJK ARABIC NOTES HOSTILE TYPES REVISED TWIN-1 TWIN-2'.split(' ')

describe('contacts of the sandbox', () => {
  let client: TestClient
  beforeAll(async () => {
    client = await startTestSandbox({ orders: 700 })
  })
  afterAll(async () => {
    expect(client.sandbox.violations).toEqual([])
    await client.sandbox.close()
  })

  const oddContacts = async (): Promise<Fields[]> => {
    const lists = await Promise.all(
      odd.map((name) => client.list(`order_external_reference=DEMO-CONTACT-${name}`)),
    )
    return lists.flatMap(({ items }) =>
      items.flatMap(({ order_contacts = [] }) => order_contacts as Fields[]),
    )
  }
  /** Every contact that the module lists, of every type and page. */
  const allContacts = async (): Promise<Fields[]> => {
    const found: Fields[] = []
    for (const type of contactTypes) {
      for (let page = 1, pages = 1; page <= pages; page++) {
        const { text } = await client.get(`/contacts?contact_type=${type}&items_per_page=200&page=${page}`)
        const { items, total_pages } = JSON.parse(text).data
        found.push(...items)
        pages = total_pages
      }
    }
    return found
  }

  test('are sent back with that one field changed: the odd ones whichever it is, all of them in turn', async () => {
    const strange = await oddContacts()
    expect(strange.length).toBeGreaterThanOrEqual(odd.length)
    for (const contact of strange) expect(expectOneDifference(contact)).toBeGreaterThan(20)
    const all = await allContacts()
    expect(all.length).toBeGreaterThan(600)
    for (const [turn, contact] of all.entries()) {
      expectOneDifference(contact, partOf(changesOf(contact), turn, 5))
    }
  })

  test('stay as they were but for that field with the server, which removes what is left out', async () => {
    const all = await allContacts()
    const sample = all.filter((_, at) => at % 15 === 0)
    expect(sample.length).toBeGreaterThan(40)
    for (const [turn, { contact_uid }] of sample.entries()) {
      const key = String(contact_uid)
      const [before] = JSON.parse((await client.get(`/contacts/${key}`)).text).data.items
      const [change] = partOf(changesOf(before), turn, 1)
      if (!change) throw new Error(`nothing of ${key} can be changed`)
      const body = buildContactUpdate(JSON.stringify(before), key, [change])
      if (!body.ok) throw new Error(body.error.message)
      expect((await client.send('PUT', `/contacts/${key}`, body.value)).status).toBe(200)
      const [after] = JSON.parse((await client.get(`/contacts/${key}`)).text).data.items
      const { contact_version, contact_modified, ...said } = after
      const expected = structuredClone(editedContact(before, [change])) as Fields
      if (change.wanted === null) remove(expected, change.path.map(String))
      expect({ ...said, contact_modified: '', contact_version }).toEqual({
        ...expected,
        contact_modified: '',
        contact_version: before.contact_version + 1,
      })
      expect(contact_modified).not.toBe(before.contact_modified)
    }
  })
})
