// What a request leaves on this computer when it ends: nothing can be cleared for it afterwards, so it is cleared before.
// Over real HTTP against the real sandbox.

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appError } from '@shared/kernel/app-error'
import { err } from '@shared/kernel/result'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JournalEvent } from '../../electron/journal/event'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { forgotten, guestArrival } from '../support/forgotten-guest'
import { placed, recordedEvent } from '../support/journal'
import { openPrivacyDesk } from '../support/privacy-desk'
import { withoutContacts } from '../support/without-contacts'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let desk: ReturnType<typeof openPrivacyDesk>
let order: string
let home: string

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'gatehouse-end-'))
  server = await startTestSandbox({ orders: 20, faultToken: FAULT_TOKEN })
  order = JSON.parse((await controlOf(server).call('POST', '/orders', guestArrival())).text).reference
  desk = openPrivacyDesk(server.base)
})
afterEach(async () => {
  await desk.stop()
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
  rmSync(home, { recursive: true })
})

const foundWhole = async () => {
  const id = await desk.asked({ emails: [forgotten.email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  expect(request.orders).toMatchObject([{ reference: order, chosen: true }])
  return { id, request }
}
/** With the order alone chosen. */
const found = async (): Promise<string> => {
  const { id, request } = await foundWhole()
  const contacts = request.contacts.map(({ uid }) => uid)
  value(await desk.privacy.chooseFound({ ...desk.at(id), orders: [], contacts, chosen: false }, caller))
  return id
}
const withdrawn = (id: string) => desk.privacy.withdrawRequest(desk.at(id), caller)
const completed = (id: string) =>
  desk.privacy.completeRequest({ ...desk.at(id), acceptLeft: 'It is to end all the same' }, caller)
const cleared = (id: string) => desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller)
const refusal = (code: string) => ({ ok: false, error: { code, changed: 'no' } })
const payloads = async () =>
  JSON.stringify((await desk.journal.store.list({ profile: profileId, limit: 50 })).entries)

test.each([
  ['withdrawn', withdrawn, 'withdrawn'],
  ['completed, whatever reason is given', completed, 'completed'],
] as const)(
  'a request that erased something is not %s while the journal holds what it was',
  async (_, end, state) => {
    const id = await found()
    await desk.erased(id)
    expect(await payloads()).toContain(forgotten.email)
    expect(await end(id)).toMatchObject(refusal('COPIES_NOT_CLEARED'))
    expect(await desk.request(id)).toMatchObject({
      ...{ state: 'erasing', subject: { emails: [forgotten.email] } },
      erasedOrders: [{ reference: order, state: 'erased' }],
    })
    value(await cleared(id))
    expect(value(await end(id)).request.state).toBe(state)
    expect(await payloads()).not.toContain(forgotten.email)
  },
)

/** What is done to the order, step by step, by an operation that read the guest. */
const operated = async (kind: string, intent: object, ...events: readonly JournalEvent[]) => {
  const figures = { orderVersion: 1, orderStatus: null, priceTotal: null, currency: null }
  const field = { pointer: '/order_contacts/0/contact_email', field: 'contact_email', value: forgotten.email }
  const recorded = recordedEvent(kind, { profile: profileId, kind, order })
  const payload = { intent: { seen: { orderVersion: 1, priceTotal: null }, ...intent } }
  const before = { ...figures, fields: [field] }
  const all = placed(randomUUID(), { ...recorded, payload: { ...payload, before } }, ...events)
  expect(await desk.journal.store.append(all)).toMatchObject({ ok: true })
}
const withdrawnEvent: JournalEvent = { type: 'withdrawn', body: { who: 'Amara' } }
const entriesOn = async (kind: string) =>
  (await desk.journal.store.list({ profile: profileId, order, kinds: [kind], limit: 5 })).entries

test('one whose erasure failed ends once what was read for that is cleared, and what else was done to the order stays', async () => {
  const id = await found()
  await operated('cancel-order', { reason: 'guest is ill' }, withdrawnEvent)
  const voucher = { path: join(home, 'voucher.pdf'), profile: profileId, order, at: 1 }
  await desk.journal.store.privacy.noteFile(voucher)
  const refused = { kind: 'status', method: 'PUT', path: '/orders/*', status: 403, count: 0 }
  await controlOf(server).fault(refused)
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference: order, state: 'failed' }])
  for (const end of [withdrawn, completed]) expect(await end(id)).toMatchObject(refusal('COPIES_NOT_CLEARED'))
  expect(await entriesOn('deidentify-order')).toMatchObject([{ before: { fields: expect.any(Array) } }])

  const { copies, erasedOrders } = value(await cleared(id)).request
  expect(copies?.find(({ place }) => place === 'journal')).toMatchObject({ result: 'done', removed: 1 })
  expect(erasedOrders).toMatchObject([{ reference: order, state: 'failed' }])
  expect(await entriesOn('deidentify-order')).toMatchObject([{ state: 'failed', before: null }])
  expect(await entriesOn('cancel-order')).toMatchObject([{ intent: { reason: 'guest is ill' } }])
  expect(await desk.journal.store.privacy.files({ profile: profileId }, [order])).toEqual([voucher.path])
  // It can be tried again, and then all of it goes.
  await controlOf(server).clear()
  expect((await desk.erased(id)).erasedOrders).toMatchObject([{ reference: order, state: 'erased' }])
  value(await cleared(id))
  expect(await entriesOn('cancel-order')).toMatchObject([{ intent: null }])
  expect(value(await completed(id)).request.state).toBe('completed')
})

test('what was read for an erasure that was taken back, of an order that is not chosen any more, is cleared and no line', async () => {
  const id = await found()
  await operated('deidentify-order', { request: id }, withdrawnEvent)
  value(
    await desk.privacy.chooseFound({ ...desk.at(id), orders: [order], contacts: [], chosen: false }, caller),
  )
  expect(await payloads()).toContain(forgotten.email)
  const { copies } = value(await cleared(id)).request
  expect(copies?.find(({ place }) => place === 'journal')).toMatchObject({ result: 'done', removed: 1 })
  expect(await payloads()).not.toContain(forgotten.email)
  expect((await desk.request(id)).erasedOrders).toEqual([])
})

test('one that was carried out and never verified counts as erased: nothing of the order stays', async () => {
  const id = await found()
  await operated('cancel-order', { reason: forgotten.name }, withdrawnEvent)
  await operated(
    'deidentify-order',
    { request: id },
    { type: 'sending', body: { attempt: 1 }, payload: { before: {} } },
    { type: 'done', body: { by: 'answer', othersChanged: false }, payload: { after: {} } },
  )
  expect((await desk.request(id)).erasedOrders).toMatchObject([{ state: 'unclear', why: 'NOT_VERIFIED' }])
  expect(await withdrawn(id)).toMatchObject(refusal('COPIES_NOT_CLEARED'))
  value(await cleared(id))
  for (const kind of ['cancel-order', 'deidentify-order'])
    expect(await entriesOn(kind)).toMatchObject([{ intent: null, before: null }])
  expect((await desk.request(id)).erasedOrders).toMatchObject([{ state: 'unclear', why: 'NOT_VERIFIED' }])
})

test('one of which a file was written for the person is not withdrawn before it is shown where that lies', async () => {
  const id = await found()
  desk.chosen.save = join(home, 'person.json')
  value(await desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller))
  expect(await withdrawn(id)).toMatchObject(refusal('COPIES_NOT_CLEARED'))
  const { copies } = value(await cleared(id)).request
  expect(copies?.find(({ place }) => place === 'exports')?.files).toMatchObject([
    { path: join(home, 'person.json'), state: 'there' },
  ])
  expect(value(await withdrawn(id)).request.state).toBe('withdrawn')
})

test('one whose erasure ended unclear is not finished: it is neither cleared, withdrawn nor completed', async () => {
  const id = await found()
  const error = { code: 'UPSTREAM', message: 'HTTP 502', changed: 'unknown' } as const
  await operated(
    'deidentify-order',
    { request: id },
    { type: 'sending', body: { attempt: 1 }, payload: { before: {} } },
    { type: 'unknown', body: { error, refused: false, nextLookUpAt: 0 }, payload: { words: {} } },
    { type: 'needs-review', body: { lookUps: 1 }, payload: { now: {} } },
  )
  const asked = await desk.request(id)
  expect(asked.erasedOrders).toMatchObject([{ reference: order, state: 'unclear', why: 'NEEDS_REVIEW' }])
  for (const end of [cleared, withdrawn, completed]) expect(await end(id)).toMatchObject(refusal('UNDECIDED'))
  expect(await desk.request(id)).toEqual(asked)
})

test('one that erased and wrote nothing is withdrawn at once', async () => {
  const id = await found()
  expect(value(await withdrawn(id)).request.state).toBe('withdrawn')
})

const asked = async (email: string) =>
  value(await desk.privacy.wasErased({ profile: profileId, emails: [email], phones: [] }, caller)).requests
const lastOf = async (id: string) => {
  const { number, endedAt } = await desk.request(id)
  return { number, endedAt }
}

test('whether somebody was erased is answered by what came of their request, and not before it ended', async () => {
  await withoutContacts(server)
  const { id, request } = await foundWhole()
  expect(request.contacts).toEqual([])
  await desk.erased(id)
  value(await cleared(id))
  expect(await asked(forgotten.email)).toEqual([])
  value(await desk.privacy.completeRequest(desk.at(id), caller))
  expect(await asked(forgotten.email)).toEqual([{ ...(await lastOf(id)), outcome: 'erased' }])
})

test('what seems to be theirs and was not chosen needs a reason, is named by the certificate, and nobody calls them erased', async () => {
  const id = await found()
  await desk.erased(id)
  value(await cleared(id))
  const bare = await desk.privacy.completeRequest(desk.at(id), caller)
  expect(bare).toMatchObject({ ok: false, error: { code: 'SOMETHING_LEFT' } })
  expect((await desk.request(id)).state).not.toBe('completed')
  const { certificate } = value(await completed(id)).request
  expect(certificate?.body).toMatchObject({
    verification: 'incomplete',
    counts: { orders: 1, ordersErased: 1, contacts: 1, contactsOverwritten: 0 },
    contacts: [{ result: 'not-chosen', fields: [], left: [] }],
  })
  expect(await asked(forgotten.email)).toEqual([{ ...(await lastOf(id)), outcome: 'incomplete' }])
})

test('whoever was erased by an order is known by the address and the number that stood in it, however it is written', async () => {
  await withoutContacts(server)
  const id = await desk.asked({ references: [order] })
  value(await desk.privacy.findPerson(desk.at(id), caller))
  await desk.erased(id)
  value(await cleared(id))
  expect((await desk.request(id)).learned).toEqual({ emails: [forgotten.email], phones: [forgotten.phone] })
  value(await desk.privacy.completeRequest(desk.at(id), caller))
  const answer = [{ ...(await lastOf(id)), outcome: 'erased' }]
  expect(await asked(forgotten.email)).toEqual(answer)
  const byPhone = async (phone: string) =>
    value(await desk.privacy.wasErased({ profile: profileId, emails: [], phones: [phone] }, caller)).requests
  for (const phone of [forgotten.phone, '020 551 8842', '0031 20 5518842'])
    expect(await byPhone(phone)).toEqual(answer)
  expect(await byPhone('+31 20 551 8843')).toEqual([])
  expect(JSON.stringify(await desk.request(id))).not.toContain(forgotten.email)
})

test('who asked while there was nothing of them was not erased', async () => {
  const email = 'nobody.at.all@nowhere.example.com'
  const id = await desk.asked({ emails: [email] })
  value(await desk.privacy.findPerson(desk.at(id), caller))
  value(await completed(id))
  expect(await asked(email)).toEqual([{ ...(await lastOf(id)), outcome: 'nothing' }])
})

test('of whom something was left, or who was chosen and not erased, that is said', async () => {
  const id = await found()
  value(await cleared(id))
  value(await completed(id))
  expect(await asked(forgotten.email)).toEqual([{ ...(await lastOf(id)), outcome: 'incomplete' }])
  expect(JSON.stringify(await server.order(order))).toContain(forgotten.email)
})

test('who withdrew their request asked and was not erased, and who never asked did not', async () => {
  const id = await found()
  value(await withdrawn(id))
  expect(await asked(forgotten.email.toUpperCase())).toEqual([
    { ...(await lastOf(id)), outcome: 'withdrawn' },
  ])
  expect(await asked('somebody@else.example.com')).toEqual([])
})

test('a window whose title names the person is to be closed by hand, and clearing again finds that it was', async () => {
  let titles = ['Gatehouse', `${forgotten.name} – Gatehouse`]
  const other = openPrivacyDesk(server.base, { titles: () => titles })
  const id = await other.asked({ name: forgotten.name, emails: [forgotten.email] })
  value(await other.privacy.findPerson(other.at(id), caller))
  const clear = async () => {
    const { copies } = value(
      await other.privacy.clearCopies({ ...other.at(id), deleteFiles: [] }, caller),
    ).request
    return copies?.find(({ place }) => place === 'window-titles')
  }
  expect(await clear()).toEqual({ place: 'window-titles', result: 'by-hand', why: 'CLOSE_WINDOW' })
  titles = ['Gatehouse']
  expect(await clear()).toEqual({ place: 'window-titles', result: 'nothing-there' })
  await other.stop()
})

test('vouchers that were opened are counted, and one that another program holds is told until it is gone', async () => {
  let opened = { removed: 2, left: 1 }
  const other = openPrivacyDesk(server.base, { clearOpened: () => opened })
  const id = await other.asked({ emails: [forgotten.email] })
  const clear = async () => {
    const { request } = value(await other.privacy.clearCopies({ ...other.at(id), deleteFiles: [] }, caller))
    return request.copies?.find(({ place }) => place === 'opened-vouchers')
  }
  const held = { place: 'opened-vouchers', result: 'by-hand', why: 'STILL_OPEN', removed: 2 }
  expect(await clear()).toEqual(held)
  opened = { removed: 1, left: 0 }
  expect(await clear()).toEqual({ place: 'opened-vouchers', result: 'done', removed: 1 })
  opened = { removed: 0, left: 0 }
  expect(await clear()).toEqual({ place: 'opened-vouchers', result: 'nothing-there' })
  await other.stop()
})

test('lists are shown while the local copy is locked, and that it may know of more is said, until it opens', async () => {
  let isLocked = true
  const other = openPrivacyDesk(server.base, {
    mirrors: {
      opened: async () => err(appError('NO_MIRROR', 'locked')),
      state: async () => ({
        ...{ state: isLocked ? 'paused' : 'off', inMemory: false },
        ...{ orders: 0, isFilled: false, retentionMonths: 13 },
      }),
    },
  })
  const path = join(home, 'orders.csv')
  writeFileSync(path, forgotten.email)
  await other.journal.store.privacy.noteFile({ path, profile: profileId, at: Date.now() })
  const id = await other.asked({ emails: [forgotten.email] })
  const clear = async (files: string[] = []) => {
    const asked = { ...other.at(id), deleteFiles: files }
    const { copies } = value(await other.privacy.clearCopies(asked, caller)).request
    return copies?.find(({ place }) => place === 'exports')
  }
  const first = await clear()
  const locked = { result: 'by-hand', why: 'LISTS_LOCKED' }
  expect(first).toMatchObject({ ...locked, files: [{ path, state: 'there' }] })
  expect(await clear(first?.files?.map((file) => file.id))).toMatchObject({
    ...{ ...locked, files: [{ path, state: 'deleted' }] },
  })
  isLocked = false
  expect(await clear()).toMatchObject({ result: 'done', files: [{ path, state: 'deleted' }] })
  await other.stop()
})

test('plans of every kind are let go of with the copies: they hold what was read of orders', async () => {
  const id = await found()
  const plan = desk.planner.begin({ profile: profileId, kind: 'cancel', given: [{ order }] })
  await desk.planner.settled(plan)
  expect(desk.planner.find(plan.origin.id)).toBe(plan)
  value(await cleared(id))
  expect(desk.planner.find(plan.origin.id)).toBeUndefined()
})

test.each(['submit', 'submitBatch'] as const)(
  'copies that another window clears while something is being recorded (%s) are cleared once more before the request ends',
  async (step) => {
    const { id, request } = await foundWhole()
    const contacts = request.contacts.filter(({ chosen }) => chosen)
    const { id: plan, toSend = 0 } = await desk.planned(id)
    const { journal } = desk
    const record = journal[step] as (...given: unknown[]) => Promise<unknown>
    let clearing: ReturnType<typeof cleared> | undefined
    let onDisk: unknown
    const whileCleared = async (...given: unknown[]) => {
      onDisk = (await journal.store.privacy.get(id))?.document
      clearing = cleared(id)
      // As long as a clearing takes that need not wait.
      await Promise.race([clearing, new Promise((resolve) => setTimeout(resolve, 500))])
      return record(...given)
    }
    Object.assign(journal, { [step]: whileCleared })
    if (step === 'submit') await desk.overwritten(id, contacts.length)
    else value(await desk.privacy.startErasure({ ...desk.at(id), plan, count: toSend }, caller))
    Object.assign(journal, { [step]: record })
    await clearing
    await desk.rested(id)
    // A kill in the middle leaves one clearing too many, and not one too few.
    expect(onDisk).toMatchObject({ toClear: true })
    expect(await payloads()).toContain(forgotten.email)
    for (const end of [withdrawn, completed]) {
      expect(await end(id)).toMatchObject(refusal('COPIES_NOT_CLEARED'))
    }
    value(await cleared(id))
    expect(await payloads()).not.toContain(forgotten.email)
  },
)
