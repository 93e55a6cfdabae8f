import { expect, type Page, test } from '@playwright/test'
import type { Batch, BatchLine } from '@shared/features/batches'
import { call, killAll } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, type SandboxOrder, startSandbox } from '../support/sandbox'

/** Past orders get the newest version of a contact while the server fails and the application is killed (rules 25, 191). */

let sandbox: Sandbox
let gatehouse: Gatehouse
let env: Readonly<Record<string, string>>

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 700 })
  // The schedule of look-ups takes a second or two.
  env = { ...sandbox.env, GATEHOUSE_TIME_SCALE: '3000', GATEHOUSE_API_TIMEOUT_MS: '4000' }
  gatehouse = await launchGatehouse({ env })
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  expect(await sandbox.violations()).toEqual([])
  await sandbox.stop()
})

const phone = '+31207654321'

/** A guest with six orders that can be changed: more than are sent at a time. */
async function returningGuest(): Promise<{ uid: string; orders: readonly SandboxOrder[] }> {
  const first = await sandbox.orderNamed('DEMO-CONTACT-REVISED')
  const contactUid = first.order_contacts?.[0]?.contact_uid ?? ''
  const orders = [first]
  while (orders.length < 6) orders.push(...(await sandbox.versions(await sandbox.arrive({ contactUid }))))
  return { uid: contactUid, orders }
}

/** What reached the server about this order of the contact. */
const sentFor = async (reference: string) =>
  (await sandbox.ledger()).filter(
    ({ method, query }) =>
      method === 'PUT' && new URLSearchParams(query).get('order_reference') === reference,
  )

async function batchOf(page: Page): Promise<Batch> {
  const answer = await call<{ profiles: { id: string }[] }>(page, 'profiles.listProfiles', {})
  const profile = answer.ok ? answer.value.profiles[0]?.id : undefined
  const listed = await call<{ batches: Batch[] }>(page, 'batches.listBatches', { profile, limit: 10 })
  const batch = listed.ok ? listed.value.batches[0] : undefined
  if (!batch) throw new Error('there is no batch')
  return batch
}

const open = ['queued', 'sending', 'unknown', 'at-supplier'] as const
const openLines = ({ counts }: Batch) => open.reduce((sum, state) => sum + (counts[state] ?? 0), 0)

/** How each line ended, by its order. */
async function statesOf(page: Page, batch: string): Promise<ReadonlyMap<string, string>> {
  const answer = await call<{ lines: BatchLine[] }>(page, 'batches.listBatchLines', {
    ...{ batch, offset: 0, limit: 100 },
  })
  return new Map(answer.ok ? answer.value.lines.map(({ reference, state }) => [reference, state]) : [])
}

test('it goes on after a kill, no order gets it twice, and each says what came of it', async () => {
  const { uid, orders } = await returningGuest()
  await sandbox.moveContact(uid, { contact_phone: phone })
  const [lost, refused] = orders.map(({ order_reference }) => order_reference)
  // Of one the answer is lost, one fails without a word, and all take their time, so that the kill meets some on their way.
  const put = { method: 'PUT', path: `/contacts/${uid}` } as const
  await sandbox.fault({ ...put, kind: 'status', status: 500, after: true, query: lost })
  await sandbox.fault({ ...put, kind: 'status', status: 503, query: refused })
  await sandbox.fault({ ...put, kind: 'delay', delayMs: 400, delayAfter: true, count: 0 })

  let page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
  await page.evaluate((to) => {
    location.hash = `#/contacts/${to}`
  }, uid)
  for (const { order_reference } of orders) {
    await page.getByRole('checkbox', { name: `Order ${order_reference}` }).check()
  }
  await page.getByRole('button', { name: 'Update past orders…' }).click()
  await expect(
    page.getByRole('button', { name: `Update the contact on ${orders.length} orders` }),
  ).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect
    .poll(async () => (await sandbox.ledger()).filter(({ method }) => method === 'PUT').length)
    .toBeGreaterThan(1)
  await killAll(gatehouse.app)

  gatehouse = await launchGatehouse({ userData: gatehouse.userData, env })
  page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
  await expect.poll(async () => openLines(await batchOf(page)), { timeout: 60_000 }).toBe(0)
  const { id } = await batchOf(page)
  const stateOf = await statesOf(page, id)
  expect(stateOf.get(lost ?? '')).toBe('done')
  expect(stateOf.get(refused ?? '')).toBe('needs-review')
  for (const { order_reference } of orders) {
    expect((await sentFor(order_reference)).length, order_reference).toBeLessThanOrEqual(1)
    const [contact] = (await sandbox.versions(order_reference)).at(-1)?.order_contacts ?? []
    // One that was on its way may have been cut off before the server had it: then nobody knows, and the order says no.
    const state = contact?.contact_phone === phone ? 'done' : 'needs-review'
    expect(stateOf.get(order_reference), order_reference).toBe(state)
  }

  await page.evaluate((to) => {
    location.hash = `#/operations/batches/${to}`
  }, id)
  const row = (reference: string | undefined) => page.getByRole('row', { name: new RegExp(reference ?? '') })
  await expect(row(lost)).toContainText('Done')
  await expect(row(refused)).toContainText('Needs review')
})
