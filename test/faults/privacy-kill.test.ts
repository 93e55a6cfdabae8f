// The store is killed while a request is being carried out, and Gatehouse with it: it goes on, and nothing is sent twice.

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createJournalStore, type JournalStore } from '../../electron/journal'
import { AnchorShelf } from '../support/anchor-place'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { buildStoreChild } from '../support/build-store'
import { forgotten, guestArrival } from '../support/forgotten-guest'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startStoreChild } from '../support/store-process'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const orders = 12
let bundle: string
let folder: string
let server: TestClient
let control: ReturnType<typeof controlOf>
/** Kills the process that the journal runs in now. */
let kill: () => void

beforeAll(async () => {
  bundle = await buildStoreChild()
})
afterAll(() => rmSync(dirname(bundle), { recursive: true }))
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-forget-'))
  server = await startTestSandbox({ orders: 60, faultToken: FAULT_TOKEN, validate: false })
  control = controlOf(server)
  for (let n = 0; n < orders; n++) await control.call('POST', '/orders', guestArrival())
})
afterEach(async () => {
  await server.sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An installation: the same file, key and anchor for every start. */
function installation() {
  const [key, secret] = [randomBytes(32), randomBytes(32)]
  const shelf = new AnchorShelf()
  const store = (): JournalStore =>
    createJournalStore({
      path: join(folder, 'journal.db'),
      key: async () => ok(key),
      anchor: shelf.keeper(),
      spawn: () => {
        const child = startStoreChild(bundle)
        kill = child.kill
        return child
      },
      now: Date.now,
      died: () => {},
    })
  return { open: () => openPrivacyDesk(server.base, { store: store(), secret }) }
}

/** What was carried out is answered late: the first ones aside, when told so. */
const answersLate = (delayMs: number, skip = 0) =>
  control.fault({
    kind: 'delay',
    method: 'PUT',
    path: '/orders/*',
    delayMs,
    delayAfter: true,
    count: 0,
    skip,
  })

const sentTo = async (): Promise<Map<string, number>> => {
  const sent = new Map<string, number>()
  for (const { path } of await control.arrivals('PUT')) sent.set(path, (sent.get(path) ?? 0) + 1)
  return sent
}
/** The file is locked until the old process is gone. */
const opened = (desk: ReturnType<typeof openPrivacyDesk>) =>
  vi.waitFor(async () => expect(await desk.journal.open()).toMatchObject({ state: 'ready' }), {
    timeout: 10_000,
  })
const begun = async (desk: ReturnType<typeof openPrivacyDesk>) => {
  const id = await desk.asked({ name: forgotten.name, emails: [forgotten.email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  expect(request.orders.filter(({ chosen }) => chosen)).toHaveLength(orders)
  const { id: plan, toSend = 0 } = await desk.planned(id)
  expect(toSend).toBe(orders)
  value(await desk.privacy.startErasure({ ...desk.at(id), plan, count: toSend }, caller))
  return id
}

test('a store that is killed again and again during the batch loses nothing, and no order is sent twice', async () => {
  await answersLate(40)
  const desk = installation().open()
  const id = await begun(desk)
  for (let n = 1; n <= orders; n += 2) {
    await vi.waitFor(async () => expect((await sentTo()).size).toBeGreaterThanOrEqual(n), { timeout: 20_000 })
    kill()
  }
  const request = await desk.rested(id)
  expect(request.erasedOrders.map(({ state }) => state)).toEqual(Array(orders).fill('erased'))
  const sent = await sentTo()
  expect([...sent.values()]).toEqual(Array(orders).fill(1))
  await desk.stop()
})

test('a request goes on where it was after Gatehouse and its store were killed: what was finished is not sent again', async () => {
  // The fifth to the eighth are under way when it is killed.
  await answersLate(1_500, 4)
  const { open } = installation()
  const desk = open()
  const id = await begun(desk)
  await vi.waitFor(async () => expect((await sentTo()).size).toBeGreaterThanOrEqual(6), { timeout: 20_000 })
  const before = await desk.request(id)
  const finished = before.erasedOrders
    .filter(({ state }) => state === 'erased')
    .map(({ reference }) => reference)
  kill()
  // Nothing that the old run had in mind happens any more, and what was under way is cut.
  const stopped = desk.journal.stop()
  await desk.api.close()
  await stopped
  const atKill = await sentTo()

  const again = open()
  await opened(again)
  again.journal.wake()
  const request = await again.rested(id)
  expect(request).toMatchObject({ number: before.number, batches: before.batches })
  expect(request.erasedOrders.map(({ state }) => state)).toEqual(Array(orders).fill('erased'))
  const sent = await sentTo()
  expect(finished.length).toBeGreaterThan(0)
  for (const reference of finished) expect(sent.get(`/orders/${reference}/deidentify`)).toBe(1)
  for (const [path, count] of sent) expect(count, path).toBe(1)
  expect(sent.size).toBe(orders)
  expect(atKill.size).toBeLessThan(orders)
  await again.stop()
})

test('a request that was only written down and searched is there after a restart, with what was chosen', async () => {
  const { open } = installation()
  const desk = open()
  const id = await desk.asked({ emails: [forgotten.email] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  const [first] = request.orders
  const orders = [first?.reference ?? '']
  value(await desk.privacy.chooseFound({ ...desk.at(id), orders, contacts: [], chosen: false }, caller))
  const before = await desk.request(id)
  await desk.stop()
  const again = open()
  await opened(again)
  expect(await again.request(id)).toEqual(before)
  await again.stop()
})

test('where vouchers of the orders were saved is still known after Gatehouse and its store were killed while they forgot it', async () => {
  const { open } = installation()
  const desk = open()
  const id = await begun(desk)
  const { erasedOrders } = await desk.rested(id)
  const path = join(folder, 'voucher.pdf')
  writeFileSync(path, forgotten.name)
  const order = erasedOrders[0]?.reference ?? ''
  await desk.journal.store.privacy.noteFile({ path, profile: profileId, order, at: 1 })
  const { purge } = desk.journal
  let purged = 0
  // The third never ends: Gatehouse is killed meanwhile.
  vi.spyOn(desk.journal, 'purge').mockImplementation((...asked) =>
    ++purged < 3 ? purge(...asked) : new Promise(() => {}),
  )
  void desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller)
  await vi.waitFor(() => expect(purged).toBe(3))
  kill()
  const stopped = desk.journal.stop()
  await desk.api.close()
  await stopped

  const again = open()
  await opened(again)
  const cleared = value(await again.privacy.clearCopies({ ...again.at(id), deleteFiles: [] }, caller))
  const saved = cleared.request.copies?.find(({ place }) => place === 'saved-vouchers')
  expect(saved).toMatchObject({ result: 'by-hand', files: [{ path, state: 'there' }] })
  await again.stop()
})
