// A request that ends although one order was not erased and of another nobody knows: what was read for them, the vouchers
// that were opened and the paths of files are searched for in the opened journal and in every byte below the folder.

import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPrivateFiles } from '../../electron/platform/private-files'
import { deriveKeys } from '../../electron/store/journal/keys'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { filesHolding } from '../support/byte-search'
import { forgotten, forgottenValues, forgottenWords, guestArrival } from '../support/forgotten-guest'
import { placed, recordedEvent, testSecret } from '../support/journal'
import { openPrivacyDesk } from '../support/privacy-desk'
import { heldInStore } from '../support/store-dump'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const words = [...forgottenValues, ...forgottenWords]
let home: string
let server: TestClient
let desk: ReturnType<typeof openPrivacyDesk>
let opened: ReturnType<typeof createPrivateFiles>

const data = () => join(home, 'data')
const outside = (name: string) => join(home, 'outside', name)
const control = () => controlOf(server)

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'gatehouse-nowhere-'))
  for (const folder of ['data', 'outside']) mkdirSync(join(home, folder))
  server = await startTestSandbox({ orders: 20, faultToken: FAULT_TOKEN })
  opened = createPrivateFiles(join(data(), 'vouchers'))
  desk = openPrivacyDesk(server.base, { path: join(data(), 'journal.db'), clearOpened: opened.clear })
})
afterEach(async () => {
  await desk.stop()
  await server.sandbox.close()
  rmSync(home, { recursive: true })
})

const arrives = async (): Promise<string> =>
  JSON.parse((await control().call('POST', '/orders', guestArrival())).text).reference

/** It was carried out, and could not be verified. */
async function unverified(order: string, request: string): Promise<void> {
  const field = { pointer: '/order_contacts/0/contact_email', field: 'contact_email', value: forgotten.email }
  const figures = { orderVersion: 1, orderStatus: null, priceTotal: null, currency: null }
  const recorded = recordedEvent('top-level', { profile: profileId, kind: 'deidentify-order', order })
  const intent = { request, seen: { orderVersion: 1, priceTotal: null } }
  const events = placed(
    randomUUID(),
    { ...recorded, payload: { intent, before: { ...figures, fields: [field] } } },
    { type: 'sending', body: { attempt: 1 }, payload: { before: {} } },
    { type: 'done', body: { by: 'answer', othersChanged: false }, payload: { after: {} } },
  )
  expect(await desk.journal.store.append(events)).toMatchObject({ ok: true })
}

/** Where the journal holds them, as it is on the disk now. */
function inJournal(): string[] {
  const copy = mkdtempSync(join(home, 'look-'))
  copyFileSync(join(data(), 'journal.db'), join(copy, 'journal.db'))
  return heldInStore(join(copy, 'journal.db'), deriveKeys(testSecret).file, words)
}

test('nobody finds the person below the folder after the end, though one order failed and one was never verified', async () => {
  const [erased, failing, unclear] = [await arrives(), await arrives(), await arrives()]
  const id = await desk.asked({ name: forgotten.name, emails: [forgotten.email], phones: [forgotten.phone] })
  const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
  const contacts = request.contacts.filter(({ chosen }) => chosen).length
  const drop = { ...desk.at(id), orders: [unclear], contacts: [], chosen: false }
  value(await desk.privacy.chooseFound(drop, caller))
  const path = `/orders/${failing}/deidentify`
  await control().fault({ kind: 'status', method: 'PUT', path, status: 403, count: 0 })
  await desk.erased(id)
  await desk.overwritten(id, contacts)
  await unverified(unclear, id)
  await opened.write('voucher.pdf', Buffer.from(forgotten.name))
  const { noteFile } = desk.journal.store.privacy
  writeFileSync(outside('quennevillard.pdf'), 'kept by choice')
  await noteFile({ path: outside('quennevillard.pdf'), profile: profileId, order: erased, at: 1 })
  // Its export was killed, and somebody deleted what it left.
  await noteFile({ path: outside('quennevillard.csv.1.part'), profile: profileId, at: Date.now() })
  const states = new Map((await desk.request(id)).erasedOrders.map((one) => [one.reference, one.state]))
  expect([erased, failing, unclear].map((one) => states.get(one))).toEqual(['erased', 'failed', 'unclear'])
  // What the search finds before: else it would prove nothing.
  const before = inJournal().join('\n')
  for (const table of ['payloads.', 'made_files.', 'privacy_requests.']) expect(before).toContain(table)
  expect(await filesHolding(data(), words)).not.toEqual([])

  value(await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles: [] }, caller))
  const end = { ...desk.at(id), acceptLeft: 'One order is refused' }
  expect(value(await desk.privacy.completeRequest(end, caller)).request).toMatchObject({ state: 'completed' })
  await desk.stop()
  expect(inJournal()).toEqual([])
  expect(await filesHolding(data(), words)).toEqual([])
})
