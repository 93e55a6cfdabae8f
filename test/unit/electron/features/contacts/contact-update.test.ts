import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { contactTypes, type FieldValue } from '@shared/features/amendments'
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

function expectOneDifference(contact: Fields): number {
  const raw = JSON.stringify(contact)
  const changes = contactFormFields(contact).flatMap((field) => {
    const offered = field.kind === 'choice' ? field.choices : candidates[field.kind]
    const wanted = offered?.find((value) => value !== field.value)
    const emptied = field.value !== null && contactFieldProblem(field, null) === undefined ? [null] : []
    return [wanted, ...emptied].flatMap((value) =>
      value === undefined ? [] : [{ path: field.path, seen: field.value, wanted: value }],
    )
  })
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

const examples = fileURLToPath(new URL('../../../../data/examples/', import.meta.url))
const vendorContacts = readdirSync(examples).flatMap((file) =>
  contactsIn(JSON.parse(readFileSync(examples + file, 'utf8'))).map(
    (contact, at) => [`${file} #${at + 1}`, contact] as const,
  ),
)

function contactsIn(value: unknown): Fields[] {
  if (typeof value !== 'object' || value === null) return []
  if ('contact_uid' in value && 'contact_email' in value) return [value as Fields]
  return Object.values(value).flatMap(contactsIn)
}

test('there are contacts of the vendor to try', () => {
  expect(vendorContacts.length).toBeGreaterThan(5)
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

  test('are sent back with that one field changed, whichever it is', async () => {
    const contacts: object[] = []
    for (const name of odd) {
      const { items } = await client.list(`order_external_reference=DEMO-CONTACT-${name}`)
      contacts.push(...items.flatMap(({ order_contacts = [] }) => order_contacts))
    }
    expect(contacts.length).toBeGreaterThanOrEqual(odd.length)
    for (const type of contactTypes) {
      const { text } = await client.get(`/contacts?contact_type=${type}&items_per_page=20`)
      contacts.push(...JSON.parse(text).data.items)
    }
    expect(contacts.length).toBeGreaterThan(50)
    for (const contact of contacts) expect(expectOneDifference(contact as Fields)).toBeGreaterThan(20)
  })

  test('stay as they were but for that field with the server, which removes what is left out', async () => {
    const { items } = await client.list('items_per_page=20')
    const uids = items.flatMap(({ order_contacts = [] }) =>
      order_contacts.flatMap(({ contact_uid }) => contact_uid ?? []),
    )
    for (const key of uids.slice(0, 10)) {
      const [before] = JSON.parse((await client.get(`/contacts/${key}`)).text).data.items
      const change = { path: ['contact_nationality'], seen: before.contact_nationality ?? null, wanted: 'XX' }
      const body = buildContactUpdate(JSON.stringify(before), key, [change])
      if (!body.ok) throw new Error(body.error.message)
      expect((await client.send('PUT', `/contacts/${key}`, body.value)).status).toBe(200)
      const [after] = JSON.parse((await client.get(`/contacts/${key}`)).text).data.items
      const { contact_version, contact_modified, ...rest } = before
      expect(after).toMatchObject({
        ...rest,
        contact_nationality: 'XX',
        contact_version: contact_version + 1,
      })
      expect(Object.keys(after).sort()).toEqual(
        [...new Set([...Object.keys(before), 'contact_nationality'])].sort(),
      )
      expect(contact_modified).not.toBe(after.contact_modified)
    }
  })
})
