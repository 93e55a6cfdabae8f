import { expect, test } from '@playwright/test'
import { type CancellableTicket, cancel, cancellableTickets, firstProfile } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

// One desk, one journal: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

let sandbox: Sandbox
let gatehouse: Gatehouse
let tickets: readonly (readonly [CancellableTicket, CancellableTicket])[]
let profile: string

test.beforeAll(async () => {
  test.setTimeout(120_000)
  sandbox = await startSandbox()
  gatehouse = await launchGatehouse({ env: sandbox.env })
  profile = await firstProfile(gatehouse.window)
  tickets = await cancellableTickets(sandbox, 3)
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

async function ask(ticket: CancellableTicket): Promise<string> {
  const answer = await cancel(gatehouse.window, sandbox, profile, ticket)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.operations[0] ?? ''
}
const ticket = (index: number): CancellableTicket => {
  const found = tickets[index]?.[0]
  if (!found) throw new Error('no orders left')
  return found
}

const openOperation = ({ ticket: id }: CancellableTicket) =>
  gatehouse.window
    .getByRole('grid', { name: 'Operations' })
    .getByRole('gridcell', { name: `Ticket ${id}` })
    .dblclick()

test('an empty journal says what will be listed, and opening the screen does no harm', async () => {
  const { window } = gatehouse
  await window.getByRole('link', { name: 'Operations' }).click()
  await expect(window.getByRole('heading', { name: 'No operations yet' })).toBeVisible()
  expect(await sandbox.commands()).toEqual([])
})

test('operations appear while the screen is open, newest first, with state, target, who and effect', async () => {
  const { window } = gatehouse
  const grid = window.getByRole('grid', { name: 'Operations' })
  const rows = grid.getByRole('row').filter({ hasText: 'Cancellation' })
  await ask(ticket(0))
  await expect(rows).toContainText(['Done'])
  await sandbox.fault({ kind: 'status', method: 'DELETE', status: 500 })
  await ask(ticket(1))
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText('Unknown')
  await expect(rows.nth(0)).toContainText(ticket(1).reference)
  await expect(rows.nth(1)).toContainText('Done')
  await expect(rows.nth(1)).toContainText(`Ticket ${ticket(0).ticket}`)
  await expect(rows.nth(1)).toContainText('→')
})

test('an unknown outcome says so, when it is looked up next, and can be looked up at once', async () => {
  const { window } = gatehouse
  await openOperation(ticket(1))
  const detail = window.getByRole('region', { name: /^Operation / })
  await expect(
    detail.getByText(/We do not know yet whether this happened\. It is looked up again at/),
  ).toBeVisible()
  await expect(detail.getByText('HTTP 500')).toBeVisible()
  // What is technical is there for whoever asks, and no part of the sentence.
  await expect(detail.getByText('cancelOrder was answered with 500')).toBeHidden()
  await detail.getByText('Details', { exact: true }).first().click()
  await expect(detail.getByText('cancelOrder was answered with 500')).toBeVisible()
  await expect(detail.getByText('1 look-up made')).toBeVisible()
  await detail.getByRole('button', { name: 'Look up now' }).click()
  await expect(detail.getByText('2 look-ups made')).toBeVisible()
  expect(await sandbox.commands(ticket(1).reference)).toHaveLength(1)
  await window.screenshot({ path: 'test-results/operations-unknown.png' })
})

test('a done one shows the figures before and after, and closes with Escape back to its row', async () => {
  const { window } = gatehouse
  await openOperation(ticket(0))
  const detail = window.getByRole('region', { name: /^Operation / })
  const versions = await sandbox.versions(ticket(0).reference)
  await expect(detail.getByText('Carried out. The server confirmed it.')).toBeVisible()
  const version = detail.getByRole('row', { name: /^Version/ })
  await expect(version).toContainText(String(versions.at(-2)?.order_version))
  await expect(version).toContainText(String(versions.at(-1)?.order_version))
  await expect(detail.getByText('The guest is ill')).toBeVisible()
  await window.screenshot({ path: 'test-results/operations-done.png' })
  await window.keyboard.press('Escape')
  await expect(detail).toBeHidden()
})

test('the filter shows what is open, with its number', async () => {
  const { window } = gatehouse
  const rows = window
    .getByRole('grid', { name: 'Operations' })
    .getByRole('row')
    .filter({ hasText: 'Cancellation' })
  await window.getByRole('radiogroup', { name: 'Show' }).getByText('Open 1').click()
  await expect(rows).toHaveCount(1)
  await window.getByRole('radiogroup', { name: 'Show' }).getByText('Failed').click()
  await expect(window.getByText('None of the operations is in this state.')).toBeVisible()
  await window.getByRole('button', { name: 'Show all' }).click()
  await expect(rows).toHaveCount(2)
})

test('a queued one that was left behind waits, and is taken back without reaching the server', async () => {
  const { window } = gatehouse
  await sandbox.fault({ kind: 'delay', method: 'DELETE', delayMs: 20_000 })
  const [one, other] = tickets[2] ?? []
  if (!one || !other) throw new Error('no orders left')
  const answer = await cancel(window, sandbox, profile, one, other)
  expect(answer).toMatchObject({ ok: true })
  const rows = window
    .getByRole('grid', { name: 'Operations' })
    .getByRole('row')
    .filter({ hasText: other.ticket })
  await expect(rows).toContainText('Queued')
  await openOperation(other)
  const detail = window.getByRole('region', { name: /^Operation / })
  await expect(detail.getByText('Recorded on this computer. Nothing was sent yet.')).toBeVisible()
  await detail.getByRole('button', { name: 'Withdraw' }).click()
  await expect(detail.getByText('Taken back before anything was sent.')).toBeVisible()
  await sandbox.clearFaults()
  expect(await sandbox.commands(other.reference)).toHaveLength(1)
})
