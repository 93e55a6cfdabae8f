// Copies of a person on this computer to which no order of theirs leads: in what is over, in the copies of other profiles of
// the account, and under a name that nobody wrote down. Over real HTTP against the real sandbox, with real files.

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrivacyRequest } from '@shared/features/privacy'
import type { ProfileId } from '@shared/kernel/ids'
import { ok } from '@shared/kernel/result'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PlacedEvent } from '../../electron/journal/event'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { forgotten, guestArrival } from '../support/forgotten-guest'
import { placed, recordedEvent } from '../support/journal'
import { mirrorInProcess } from '../support/mirror-in-process'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const other = 'desk-two' as ProfileId
const account = 'canal-tours at the vendor'
const sort = { by: 'created', direction: 'desc' } as const

let server: TestClient
let control: ReturnType<typeof controlOf>
let home: string
let desk: ReturnType<typeof openPrivacyDesk>
let mirrors: Map<ProfileId, ReturnType<typeof mirrorInProcess>>
let reference: string

beforeEach(async () => {
  server = await startTestSandbox({ orders: 20, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  home = mkdtempSync(join(tmpdir(), 'gatehouse-everywhere-'))
  mirrors = new Map([profileId, other].map((id) => [id, mirrorInProcess(join(home, `${id}.db`))]))
  desk = openPrivacyDesk(server.base, {
    others: [other],
    mirrors: {
      opened: async (profile) => ok(mirrorOf(profile)),
      state: async () => ({
        state: 'fresh',
        inMemory: false,
        orders: 1,
        isFilled: true,
        retentionMonths: 13,
      }),
    },
    sawOrder: (text, askedAt, profile) => void mirrorOf(profile).take({ text, askedAt }),
  })
  reference = JSON.parse((await control.call('POST', '/orders', guestArrival())).text).reference
})
afterEach(async () => {
  await desk.stop()
  for (const mirror of mirrors.values()) mirror.stop()
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
  rmSync(home, { recursive: true, force: true })
})

function mirrorOf(profile: ProfileId) {
  const found = mirrors.get(profile)
  if (!found) throw new Error(`no mirror of ${profile}`)
  return found
}
const read = (profile: ProfileId) => desk.api.for(profile).orders.get(reference, { fresh: true })
const heldBy = async (profile: ProfileId, text = 'quenn') =>
  (await mirrorOf(profile).query({ query: { text, filters: {}, sort }, rows: 10 })).rows.length
const asked = async (subject: object): Promise<string> => {
  const id = await desk.asked(subject)
  value(await desk.privacy.findPerson(desk.at(id), caller))
  return id
}
const cleared = async (id: string): Promise<PrivacyRequest> =>
  value(await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller)).request
const placeOf = ({ copies }: PrivacyRequest, place: string) => copies?.find((copy) => copy.place === place)

/** Of an order that holds others by now, what its guest was before; it is over. */
const over = (order: string, was: Readonly<Record<string, string>>, by: object = {}): PlacedEvent[] =>
  placed(
    randomUUID(),
    {
      ...recordedEvent('top-level', { profile: profileId, account, kind: 'amend-order', order, ...by }),
      payload: { intent: { fields: [] }, before: { order_contacts: [was] } },
    },
    { type: 'withdrawn', body: { who: 'Amara' } },
  )
const payloads = async (profile: string = profileId) =>
  JSON.stringify((await desk.journal.store.list({ profile, limit: 50 })).entries)

test('what is over and names them by address or number goes, with whatever profile it was done; what names others stays', async () => {
  const append = async (events: readonly PlacedEvent[]) =>
    expect(await desk.journal.store.append(events)).toMatchObject({ ok: true })
  await append(over('OTHERORDER1', { contact_email: forgotten.email.toUpperCase() }))
  await append(over('OTHERORDER2', { contact_phone: '020 551 8842' }, { profile: other }))
  await append(over('OTHERORDER3', { contact_email: 'somebody@else.example.com' }))
  await append(
    over(
      'OTHERORDER4',
      { contact_email: forgotten.email },
      { account: 'canal-tours elsewhere', profile: 'trying' },
    ),
  )
  const id = await asked({ emails: [forgotten.email], phones: [forgotten.phone] })
  const { copies } = await cleared(id)
  expect(copies).toContainEqual({ place: 'journal', result: 'done', removed: 2 })
  expect(await payloads()).not.toMatch(/quennevillard/i)
  expect(await payloads(other)).not.toContain('551 8842')
  expect(await payloads()).toContain('somebody@else.example.com')
  expect(await payloads('trying')).toContain(forgotten.email)
})

test('who bears the same name may be somebody else: what is over stays, and that is said', async () => {
  const [first, last] = [forgotten.first, forgotten.last]
  const event = over('OTHERORDER1', { contact_name_first: first, contact_name_last: last })
  expect(await desk.journal.store.append(event)).toMatchObject({ ok: true })
  const id = await asked({ name: forgotten.name, emails: [forgotten.email] })
  expect(placeOf(await cleared(id), 'journal')).toEqual({
    ...{ place: 'journal', result: 'nothing-there', why: 'SAME_NAME' },
  })
  expect(await payloads()).toContain(forgotten.last)
})

test('copies of every profile that works as the account are cleared, with what was searched for there', async () => {
  for (const profile of [profileId, other]) {
    await read(profile)
    await mirrorOf(profile).keep('searches', JSON.stringify([forgotten.email, 'canal cruise']))
    expect(await heldBy(profile)).toBe(1)
  }
  const id = await asked({ emails: [forgotten.email] })
  await desk.erased(id)
  const request = await cleared(id)
  expect(placeOf(request, 'mirror')).toEqual({ place: 'mirror', result: 'done', removed: 2 })
  expect(placeOf(request, 'kept-searches')).toEqual({ place: 'kept-searches', result: 'done', removed: 2 })
  for (const profile of [profileId, other]) {
    expect(await heldBy(profile)).toBe(0)
    expect(await mirrorOf(profile).kept('searches')).toBe(JSON.stringify(['canal cruise']))
    // As the server has it now, it is there again.
    expect((await mirrorOf(profile).status()).orders).toBe(1)
  }
  expect(desk.forgotten).toEqual([reference, reference])
})

test('an order that cannot be read again is missing from the copy, which is said until it was', async () => {
  await read(profileId)
  const id = await asked({ emails: [forgotten.email] })
  await desk.erased(id)
  await control.fault({ kind: 'reset', method: 'GET', path: `/orders/${reference}`, count: 0 })
  expect(placeOf(await cleared(id), 'mirror')).toMatchObject({ result: 'by-hand', why: 'NOT_READ_AGAIN' })
  expect((await mirrorOf(profileId).status()).orders).toBe(0)
  await control.clear()
  expect(placeOf(await cleared(id), 'mirror')).not.toMatchObject({ result: 'by-hand' })
  expect((await mirrorOf(profileId).status()).orders).toBe(1)
  expect(await heldBy(profileId)).toBe(0)
})

test('whoever was found by an address is known by their name as well: no view and no reason keeps it', async () => {
  await read(profileId)
  const views = [{ name: 'Boats' }, { name: `For ${forgotten.name}` }]
  await mirrorOf(profileId).keep('views', JSON.stringify(views))
  const id = await asked({ emails: [forgotten.email] })
  await desk.erased(id)
  await cleared(id)
  expect(await mirrorOf(profileId).kept('views')).toBe(JSON.stringify([{ name: 'Boats' }]))
  const acceptLeft = `Mrs ${forgotten.last} has an open invoice`
  expect(await desk.privacy.completeRequest({ ...desk.at(id), acceptLeft }, caller)).toMatchObject({
    ok: false,
    error: { code: 'NAMES_PERSON' },
  })
  expect((await desk.request(id)).state).not.toBe('completed')
})
