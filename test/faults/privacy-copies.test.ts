// What this computer holds of a person after they were forgotten, searched for in the opened stores and in every byte of the
// files; and what proves it, without holding it either.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrivacyRequest } from '@shared/features/privacy'
import { ok } from '@shared/kernel/result'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { contactsHandlers } from '../../electron/features/contacts'
import { deriveKeys } from '../../electron/store/journal/keys'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { filesHolding } from '../support/byte-search'
import { forgotten, forgottenValues, forgottenWords, guestArrival } from '../support/forgotten-guest'
import { testSecret } from '../support/journal'
import { mirrorInProcess, mirrorTestKey } from '../support/mirror-in-process'
import { openPrivacyDesk } from '../support/privacy-desk'
import { heldInStore } from '../support/store-dump'
import { withoutContacts } from '../support/without-contacts'
import { NOW, startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let control: ReturnType<typeof controlOf>
let home: string
let desk: ReturnType<typeof openDesk>

beforeAll(async () => {
  server = await startTestSandbox({ orders: 60, faultToken: FAULT_TOKEN })
  control = controlOf(server)
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'gatehouse-copies-'))
  for (const folder of ['data', 'outside']) mkdirSync(join(home, folder))
  desk = openDesk()
})
afterEach(async () => {
  await control.clear()
  await desk.stop()
  rmSync(home, { recursive: true, force: true })
})

const data = () => join(home, 'data')
const outside = (name: string) => join(home, 'outside', name)

/** A desk whose journal and mirror are files in one folder, as the application's are. */
function openDesk() {
  const mirror = mirrorInProcess(join(data(), 'mirror.db'))
  const privacy = openPrivacyDesk(server.base, {
    path: join(data(), 'journal.db'),
    mirrors: {
      opened: async () => ok(mirror),
      state: async () => ({
        state: 'fresh',
        inMemory: false,
        orders: 1,
        isFilled: true,
        retentionMonths: 13,
      }),
    },
    sawOrder: (text, askedAt) => void mirror.take({ text, askedAt }),
    titles: () => ['Gatehouse'],
  })
  let isStopped = false
  return {
    ...privacy,
    mirror,
    contacts: contactsHandlers({ api: privacy.api, journal: privacy.journal, now: Date.now }),
    stop: async () => {
      if (isStopped) return
      isStopped = true
      await privacy.stop()
      mirror.stop()
    },
  }
}

const arrives = async (over: object = {}): Promise<{ reference: string; contactUid: string }> =>
  JSON.parse((await control.call('POST', '/orders', guestArrival(over))).text)

/** Somebody looked at the order, searched for the guest, corrected the contact and wrote files. */
async function used({ reference, contactUid }: { reference: string; contactUid: string }): Promise<void> {
  await desk.api.for(profileId).orders.get(reference, { fresh: true })
  const query = { text: 'quenn', filters: {}, sort: { by: 'created', direction: 'desc' } } as const
  await vi.waitFor(async () => expect((await desk.mirror.query({ query, rows: 10 })).rows).toHaveLength(1))
  const searches = ['quenn', 'QXP4417729', 'isolde', 'canal cruise', '5518842']
  await desk.mirror.keep('searches', JSON.stringify(searches))
  await desk.mirror.keep('views', JSON.stringify([{ name: 'Boats' }, { name: `For ${forgotten.name}` }]))
  writeFileSync(outside('orders.csv'), `${forgotten.name},${forgotten.email}\n`)
  writeFileSync(outside('orders.csv.summary.json'), JSON.stringify({ question: { text: forgotten.email } }))
  await desk.mirror.noteFile({ path: outside('orders.csv'), at: NOW, kind: 'csv', orders: 1 })
  // Written long before the order was made: it is none of this person's files.
  writeFileSync(outside('of-old.csv'), 'somebody else')
  await desk.mirror.noteFile({ path: outside('of-old.csv'), at: 1, kind: 'csv', orders: 1 })
  writeFileSync(outside('voucher.pdf'), forgotten.name)
  await desk.journal.store.privacy.noteFile({
    ...{ path: outside('voucher.pdf'), profile: profileId, order: reference, at: 1 },
  })
  const { contact } = value(
    await desk.contacts.getContact({ profile: profileId, contact: contactUid }, caller),
  )
  value(
    await desk.contacts.updateContact(
      {
        ...{ profile: profileId, contact: contactUid },
        fields: [{ path: ['contact_website'], seen: null, wanted: 'https://quennevillard.example.com' }],
        seen: { contactVersion: Number(contact.contact_version) },
      },
      caller,
    ),
  )
  await vi.waitFor(async () => {
    const page = await desk.journal.store.list({
      profile: profileId,
      order: `contact:${contactUid}`,
      limit: 5,
    })
    expect(page.entries).toMatchObject([{ state: 'done' }])
  })
}

const found = async (): Promise<string> => {
  const id = await desk.asked({
    name: forgotten.name,
    emails: [forgotten.email],
    phones: [forgotten.phone],
    birthDate: forgotten.birthDate,
  })
  value(await desk.privacy.findPerson(desk.at(id), caller))
  return id
}
const chosenOf = <Found extends { chosen: boolean }>(list: readonly Found[]) =>
  list.filter(({ chosen }) => chosen)
const cleared = async (id: string, deleteFiles: string[] = []): Promise<PrivacyRequest> =>
  value(await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles }, caller)).request
const placeOf = ({ copies }: PrivacyRequest, place: string) => copies?.find((copy) => copy.place === place)
const erasedWhole = async (id: string): Promise<PrivacyRequest> => {
  await desk.erased(id)
  return desk.overwritten(id, chosenOf((await desk.request(id)).contacts).length)
}
/** The stores as they stand, in which nobody else writes now. */
const heldInside = (words: readonly string[]): string[] => {
  const copy = mkdtempSync(join(home, 'look-'))
  for (const name of readdirSync(data())) copyFileSync(join(data(), name), join(copy, name))
  return [
    ...heldInStore(join(copy, 'journal.db'), deriveKeys(testSecret).file, words),
    ...heldInStore(join(copy, 'mirror.db'), mirrorTestKey.toString('hex'), words),
  ]
}

test('a person is gone from every place on this computer, and nobody finds them in its stores or files (rules 190, 197)', async () => {
  const arrival = await arrives()
  await used(arrival)
  const id = await found()
  const words = [...forgottenValues, ...forgottenWords]
  desk.chosen.save = outside('person.json')
  expect(value(await desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller))).toMatchObject({
    orders: 1,
  })
  await erasedWhole(id)
  // Else the search would prove nothing: this is what it finds before anything was cleared.
  const before = heldInside(words).join('\n')
  for (const where of ['payloads.', 'privacy_requests.', 'kept.']) expect(before).toContain(where)
  expect(await filesHolding(data(), words)).toEqual([])

  const first = await cleared(id)
  expect(desk.forgotten).toEqual([arrival.reference])
  expect(placeOf(first, 'mirror')).toMatchObject({ result: 'done', removed: 1 })
  expect(placeOf(first, 'word-index')).toMatchObject({ result: 'done' })
  // The order's erasure, the contact's, and the contact's correction before.
  expect(placeOf(first, 'journal')).toMatchObject({ result: 'done', removed: 3 })
  expect(placeOf(first, 'kept-searches')).toMatchObject({ result: 'done', removed: 5 })
  expect(JSON.parse((await desk.mirror.kept('searches')) ?? '')).toEqual(['canal cruise'])
  expect(JSON.parse((await desk.mirror.kept('views')) ?? '')).toEqual([{ name: 'Boats' }])
  expect(placeOf(first, 'window-titles')).toMatchObject({ result: 'nothing-there' })
  const exports = placeOf(first, 'exports')
  expect(exports).toMatchObject({ result: 'by-hand', why: 'LISTS_OUTSIDE' })
  expect(exports?.files?.map(({ path, state }) => [path, state]).sort()).toEqual([
    [outside('orders.csv'), 'there'],
    [outside('orders.csv.summary.json'), 'there'],
    [outside('person.json'), 'there'],
  ])
  const vouchers = placeOf(first, 'saved-vouchers')
  expect(vouchers).toMatchObject({
    ...{ result: 'by-hand', files: [{ path: outside('voucher.pdf'), state: 'there' }] },
  })
  const list = [...(exports?.files ?? []), ...(vouchers?.files ?? [])].map((file) => file.id)
  const second = await cleared(id, list)
  expect(placeOf(second, 'exports')).toMatchObject({ result: 'done', removed: 3 })
  expect(readdirSync(join(home, 'outside'))).toEqual(['of-old.csv'])

  const refused = await desk.privacy.completeRequest(desk.at(id), caller)
  expect(refused).toMatchObject({ ok: false, error: { code: 'SOMETHING_LEFT' } })
  const named = { ...desk.at(id), acceptLeft: `Revisions of ${forgotten.name} stay` }
  expect(await desk.privacy.completeRequest(named, caller)).toMatchObject({
    ok: false,
    error: { code: 'NAMES_PERSON' },
  })
  expect((await desk.request(id)).state).not.toBe('completed')
  const done = value(
    await desk.privacy.completeRequest({ ...desk.at(id), acceptLeft: 'Only earlier revisions' }, caller),
  )
  expect(done).toMatchObject({ arrived: 0, request: { state: 'completed', orders: [], contacts: [] } })
  expect(done.request).not.toHaveProperty('subject')
  expect(JSON.stringify(done.request)).not.toContain(arrival.contactUid)

  await desk.stop()
  expect(heldInside(words)).toEqual([])
  expect(await filesHolding(data(), words)).toEqual([])
})

describe('a request that is completed', () => {
  const completed = async () => {
    await arrives()
    const id = await found()
    await erasedWhole(id)
    await cleared(id)
    value(
      await desk.privacy.completeRequest({ ...desk.at(id), acceptLeft: 'Only earlier revisions' }, caller),
    )
    return id
  }

  test('answers whether an address or number was erased, which it does not hold any more', async () => {
    const id = await completed()
    const asked = async (who: { emails?: string[]; phones?: string[] }) =>
      value(await desk.privacy.wasErased({ profile: profileId, emails: [], phones: [], ...who }, caller))
        .requests
    const { number } = await desk.request(id)
    const numbers = [{ number, outcome: 'incomplete', endedAt: expect.any(Number) }]
    expect(await asked({ emails: [' Isolde.Quennevillard@FORGET.example.com'] })).toEqual(
      expect.arrayContaining(numbers),
    )
    expect(await asked({ phones: ['0031 20 551 88 42'] })).toEqual(expect.arrayContaining(numbers))
    expect(await asked({ emails: ['isolde@forget.example.com'], phones: ['+31205518843'] })).toEqual([])
  })

  test('has a certificate that tells nothing of the person, and is refused with one letter changed', async () => {
    const id = await completed()
    desk.chosen.save = outside('certificate.json')
    value(await desk.privacy.saveCertificate({ ...desk.at(id), as: 'json' }, caller))
    const text = readFileSync(outside('certificate.json'), 'utf8')
    expect(await filesHolding(join(home, 'outside'), [...forgottenValues, ...forgottenWords])).toEqual([])
    const { body } = JSON.parse(text)
    expect(body).toMatchObject({
      ...{ completedBy: 'Amara', verification: 'incomplete', leftAccepted: 'Only earlier revisions' },
      counts: { ordersErased: body.counts.orders, left: expect.any(Number) },
      subject: {
        emails: [expect.stringMatching(/^[0-9a-f]{64}$/)],
        phones: [expect.stringMatching(/^[0-9a-f]{64}$/)],
      },
    })
    expect(body.orders[0]).toMatchObject({
      result: 'erased',
      fields: expect.arrayContaining(['contact_passport']),
    })

    const verdictOf = async (changed: string, by = desk) => {
      writeFileSync(outside('certificate.json'), changed)
      by.chosen.open = outside('certificate.json')
      return value(await by.privacy.verifyCertificate({}, caller)).verdict
    }
    expect(await verdictOf(text)).toBe('valid')
    // Another layout is the same certificate: what is signed is its canonical form.
    expect(await verdictOf(JSON.stringify(JSON.parse(text)))).toBe('valid')
    expect(await verdictOf(text.replace('"Amara"', '"Amora"'))).toBe('changed')
    expect(
      await verdictOf(text.replace(`"ordersErased": ${body.counts.ordersErased}`, '"ordersErased": 99')),
    ).toBe('changed')
    expect(await verdictOf(text.slice(1))).toBe('unreadable')
    const elsewhere = openPrivacyDesk(server.base)
    writeFileSync(outside('certificate.json'), text)
    elsewhere.chosen.open = outside('certificate.json')
    expect(value(await elsewhere.privacy.verifyCertificate({}, caller)).verdict).toBe('other-key')
    await elsewhere.stop()

    desk.chosen.save = outside('certificate.pdf')
    value(await desk.privacy.saveCertificate({ ...desk.at(id), as: 'pdf' }, caller))
    expect(readFileSync(outside('certificate.pdf'), 'utf8')).toContain(body.request)
    expect(await filesHolding(join(home, 'outside'), [...forgottenValues, ...forgottenWords])).toEqual([])
  })

  test('is changed, searched, exported and withdrawn no more', async () => {
    const id = await completed()
    desk.chosen.save = outside('person.json')
    const refused = { ok: false, error: { code: 'NOT_OPEN' } }
    expect(await desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller)).toMatchObject(refused)
    expect(existsSync(outside('person.json'))).toBe(false)
    expect(await desk.privacy.findPerson(desk.at(id), caller)).toMatchObject(refused)
    expect(await desk.privacy.withdrawRequest(desk.at(id), caller)).toMatchObject(refused)
    expect(await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller)).toMatchObject(refused)
  })
})

test('an order that comes in before the end is found then and offered, and the copies are cleared once more', async () => {
  await withoutContacts(server)
  await arrives()
  const id = await found()
  await desk.erased(id)
  await cleared(id)
  const late = await arrives()
  const first = value(await desk.privacy.completeRequest(desk.at(id), caller))
  expect(first.arrived).toBeGreaterThan(0)
  expect(first.request.state).not.toBe('completed')
  expect(first.request.orders.find(({ reference }) => reference === late.reference)).toMatchObject({
    ...{ arrived: true, chosen: true, surety: 'sure' },
  })
  expect(JSON.stringify(await server.order(late.reference))).toContain(forgotten.email)

  const refused = { ok: false, error: { code: 'SOMETHING_LEFT' } }
  expect(await desk.privacy.completeRequest(desk.at(id), caller)).toMatchObject(refused)
  await desk.erased(id)
  // What was just erased lies in the journal again.
  const held = { ok: false, error: { code: 'COPIES_NOT_CLEARED' } }
  expect(await desk.privacy.completeRequest(desk.at(id), caller)).toMatchObject(held)
  await cleared(id)
  const last = value(await desk.privacy.completeRequest(desk.at(id), caller))
  expect(last).toMatchObject({ arrived: 0, request: { state: 'completed' } })
  expect(last.request.certificate?.body).toMatchObject({ verification: 'complete', counts: { left: 0 } })
  expect(last.request.certificate?.body.orders.map(({ reference }) => reference)).toContain(late.reference)
  expect(JSON.stringify(await server.order(late.reference))).not.toMatch(/quennevillard/i)
})

describe('what is held of a person', () => {
  test('is written into a file: orders as received and contacts with all revisions, for machines and for people', async () => {
    const { reference, contactUid } = await arrives()
    const order = await server.order(reference)
    const revisions = JSON.parse((await server.get(`/contacts/${contactUid}?include_versions=true`)).text)
      .data.items
    const id = await found()
    desk.chosen.save = outside('person.json')
    const saved = value(await desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller))
    expect(saved).toMatchObject({ savedAs: 'person.json' })
    const file = JSON.parse(readFileSync(outside('person.json'), 'utf8'))
    expect(file.orders).toContainEqual(order)
    expect(file.contacts).toContainEqual(revisions)
    desk.chosen.save = outside('person.pdf')
    value(await desk.privacy.exportPerson({ ...desk.at(id), as: 'pdf' }, caller))
    const page = readFileSync(outside('person.pdf'), 'utf8')
    for (const text of [reference, forgotten.email, forgotten.passport, `crm ${forgotten.email}`])
      expect(page).toContain(text)
  })

  test('is not written in half: an order that cannot be read leaves no file', async () => {
    const { reference } = await arrives()
    const id = await found()
    await control.fault({
      kind: 'status',
      status: 500,
      method: 'GET',
      path: `/orders/${reference}`,
      count: 0,
    })
    desk.chosen.save = outside('person.json')
    expect(await desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller)).toMatchObject({
      ok: false,
    })
    await control.clear()
    expect(existsSync(outside('person.json'))).toBe(false)
  })

  test('is asked for and declined: nothing is written or noted', async () => {
    await arrives()
    const id = await found()
    desk.chosen.save = undefined
    expect(value(await desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller))).toEqual({
      orders: 0,
    })
    expect(await desk.request(id)).not.toHaveProperty('exportedTo')
  })
})

test('a request that is withdrawn keeps nothing of the person either', async () => {
  await arrives()
  const id = await found()
  value(await desk.privacy.withdrawRequest(desk.at(id), caller))
  expect(await desk.request(id)).toMatchObject({ state: 'withdrawn', orders: [], contacts: [] })
  await desk.mirror.remove(
    (await server.list(`order_search_query=${forgotten.email}`)).items.map((one) => one.order_reference),
  )
  await desk.stop()
  expect(heldInside([...forgottenValues, ...forgottenWords])).toEqual([])
})
