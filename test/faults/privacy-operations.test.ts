// What this desk is still to do, or may have done, with somebody who asks to be forgotten: found in the journal, told, and
// held back for. Over real HTTP against the real sandbox.

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PlacedEvent } from '../../electron/journal/event'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { forgotten } from '../support/forgotten-guest'
import { placed, recordedEvent } from '../support/journal'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let desk: ReturnType<typeof openPrivacyDesk>

beforeEach(async () => {
  server = await startTestSandbox({ orders: 20, faultToken: FAULT_TOKEN })
  desk = openPrivacyDesk(server.base)
})
afterEach(async () => {
  await desk.stop()
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

/** An order that came to its end, of somebody else. */
const arrives = async (email = 'somebody@else.example.com'): Promise<string> => {
  const guest = { first: 'Bo', last: 'Achterberg', email, phone: '+31201112233' }
  const order = { product: '62501', days: -9, settlement: 'VENUE', guest }
  return JSON.parse((await controlOf(server).call('POST', '/orders', order)).text).reference
}
const account = 'canal-tours at the vendor'
const wantsEmail = (order: string, over: object = {}): PlacedEvent[] =>
  placed(randomUUID(), {
    ...recordedEvent('top-level', { profile: profileId, account, kind: 'amend-order', order, ...over }),
    payload: {
      intent: {
        fields: [
          {
            path: ['order_contacts', 0, 'contact_email'],
            seen: 'somebody@else.example.com',
            wanted: forgotten.email,
          },
        ],
      },
      before: { orderVersion: 1 },
    },
  })
const append = async (events: readonly PlacedEvent[]) =>
  expect(await desk.journal.store.append(events)).toMatchObject({ ok: true })
const searched = async () => {
  const id = await desk.asked({ name: forgotten.name, emails: [forgotten.email] })
  return value(await desk.privacy.findPerson(desk.at(id), caller)).request
}
test('an operation that is still to bring them into an order leads to it: no more than possible, not proposed, and why', async () => {
  const order = await arrives()
  await append(wantsEmail(order, { profile: 'desk-two' }))
  const request = await searched()
  expect(request.searched).toContainEqual({ place: 'journal', state: 'searched', looked: 1 })
  expect(request.orders).toMatchObject([
    {
      ...{ reference: order, surety: 'possible', chosen: false, guest: { name: 'Bo Achterberg' } },
      why: [{ what: 'email', field: 'contact_email', how: 'operation' }],
    },
  ])
  expect(JSON.stringify(request.orders[0]?.why)).not.toContain(forgotten.email)
})

test('one that ended unclear does so as well, and first and last name that are wanted one by one', async () => {
  const order = await arrives()
  const [recorded] = wantsEmail(order)
  const fields = [forgotten.first, forgotten.last].map((wanted) => ({ path: ['x'], seen: null, wanted }))
  const error = { code: 'UPSTREAM', message: 'HTTP 502', changed: 'unknown' } as const
  await append(
    placed(
      recorded?.entry ?? '',
      {
        ...recordedEvent('top-level', { profile: profileId, order }),
        payload: { intent: { fields }, before: {} },
      },
      { type: 'sending', body: { attempt: 1 }, payload: { before: {} } },
      { type: 'unknown', body: { error, refused: false, nextLookUpAt: 0 }, payload: { words: {} } },
      { type: 'needs-review', body: { lookUps: 1 }, payload: { now: {} } },
    ),
  )
  expect((await searched()).orders).toMatchObject([
    { reference: order, why: [{ what: 'name', field: 'contact_name_last', how: 'operation' }] },
  ])
})

test('neither a settled one nor one of another account leads anywhere', async () => {
  const [settled, elsewhere] = [await arrives(), await arrives()]
  const [recorded] = wantsEmail(settled)
  const withdrawn = { type: 'withdrawn', body: { who: 'Amara' } } as const
  if (!recorded) throw new Error('nothing is recorded')
  await append([recorded, { ...recorded, ordinal: 2, event: withdrawn } as PlacedEvent])
  await append(wantsEmail(elsewhere, { profile: 'trying', account: 'canal-tours in the test environment' }))
  const request = await searched()
  expect(request.orders).toEqual([])
  expect(request.searched).toContainEqual({ place: 'journal', state: 'searched', looked: 0 })
})

test('an order with an operation that is not settled is held back, with whatever profile it was asked for', async () => {
  const order = await arrives(forgotten.email)
  await append(wantsEmail(order, { profile: 'desk-two' }))
  const { id } = await searched()
  const review = value(await desk.privacy.reviewErasure(desk.at(id), caller))
  expect(review.orders).toMatchObject([{ reference: order, holds: [{ kind: 'open-operation' }] }])
  const plan = await desk.planned(id)
  expect(plan).toMatchObject({ toSend: 0, findings: { 'not-allowed': 1 } })
  const { lines } = value(await desk.batches.listPlanLines({ plan: plan.id, offset: 0, limit: 5 }, caller))
  expect(lines).toMatchObject([{ why: 'HELD_BACK', params: { reason: 'open-operation' } }])
  expect(JSON.stringify(await server.order(order))).toContain(forgotten.email)
})

test('so is one with which somebody still travels: nothing of it is sent', async () => {
  const guest = { first: 'Bo', last: 'Achterberg', email: forgotten.email, phone: '+31201112233' }
  const ahead = { product: '62501', days: 9, settlement: 'VENUE', guest }
  const order = JSON.parse((await controlOf(server).call('POST', '/orders', ahead)).text).reference
  const { id } = await searched()
  const plan = await desk.planned(id)
  expect(plan).toMatchObject({ toSend: 0, findings: { 'not-allowed': 1 } })
  const { lines } = value(await desk.batches.listPlanLines({ plan: plan.id, offset: 0, limit: 5 }, caller))
  expect(lines).toMatchObject([{ why: 'HELD_BACK', params: { reason: 'travel-ahead' } }])
  expect(await controlOf(server).arrivals('PUT')).toEqual([])
  expect(JSON.stringify(await server.order(order))).toContain(forgotten.email)
})

test('so is one whose voucher a batch is still to save', async () => {
  const order = await arrives(forgotten.email)
  const times = { createdAt: 1, since: 1, startsAt: 1, lines: 1 }
  await desk.journal.store.batches.create(
    {
      ...{
        id: randomUUID(),
        profile: 'desk-two',
        account,
        who: 'Amara',
        state: 'paused',
        work: 'lines',
        ...times,
      },
      detail: { kind: 'vouchers', folder: '/x', totals: [] },
    },
    [{ line: 1, unsent: false, state: 'queued', detail: { reference: order, order } }],
  )
  const { id } = await searched()
  const review = value(await desk.privacy.reviewErasure(desk.at(id), caller))
  expect(review.orders).toMatchObject([{ reference: order, holds: [{ kind: 'open-operation' }] }])
})

test('an order that was no more than possible and is proposed by the end is offered again before the request is completed', async () => {
  const order = await arrives()
  await append(wantsEmail(order))
  const { id } = await searched()
  const { order_bookings: _, ...read } = await server.order(order)
  // One without a key is a new contact; of one that is known the server keeps what its version says.
  const { contact_uid: _uid, contact_version: _version, ...contact } = read.order_contacts?.[0] ?? {}
  const changed = await server.send('PUT', `/orders/${order}`, {
    data: { order: { ...read, order_contacts: [{ ...contact, contact_email: forgotten.email }] } },
  })
  expect(changed.status).toBe(200)
  const done = value(
    await desk.privacy.completeRequest({ ...desk.at(id), acceptLeft: 'Nothing was' }, caller),
  )
  expect(done).toMatchObject({
    arrived: 1,
    request: { orders: [{ reference: order, surety: 'likely', chosen: true }] },
  })
  expect(done.request.state).not.toBe('completed')
})

test('lines that name them and were never made out to be of an order are cleared with the copies, and no others', async () => {
  const batch = randomUUID()
  const times = { createdAt: 1, since: 1, startsAt: 1, lines: 3 }
  const detail = { kind: 'cancel', totals: [] }
  const record = { id: batch, profile: profileId, who: 'Amara', state: 'finished' as const, ...times, detail }
  const line = (number: number, reference: string) => ({
    ...{ line: number, unsent: true, detail: { reference, why: 'not-found' } },
  })
  await desk.journal.store.batches.create(record, [
    line(1, forgotten.email),
    line(2, `mrs ${forgotten.name}`),
    line(3, 'bo@else.example.com'),
  ])
  const { id } = await searched()
  const { copies } = value(
    await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller),
  ).request
  expect(copies).toContainEqual({ place: 'journal', result: 'done', removed: 2 })
  const { lines } = await desk.journal.store.batches.lines(batch, { offset: 0, limit: 5 })
  expect(lines.map(({ detail: kept }) => kept)).toEqual([
    { reference: '', why: 'not-found' },
    { reference: '', why: 'not-found' },
    { reference: 'bo@else.example.com', why: 'not-found' },
  ])
})
