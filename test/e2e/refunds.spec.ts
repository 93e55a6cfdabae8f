import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, type SandboxOrder, startSandbox } from '../support/sandbox'

/** Giving a payment back without cancelling anything (rules 168 to 171). */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 700 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

test.afterEach(async () => {
  await sandbox.clearFaults()
  expect(await sandbox.violations()).toEqual([])
})

const dialog = () => page.getByRole('dialog')
const open = () => page.getByRole('button', { name: 'Refund…' })
const act = (name: RegExp) => dialog().getByRole('button', { name })
const choices = () => dialog().getByRole('radio')
const close = async () => {
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeHidden()
}

async function openOrder(externalReference: string): Promise<SandboxOrder> {
  const order = await sandbox.orderNamed(externalReference)
  await page.evaluate((reference) => {
    location.hash = `#/orders/${reference}`
  }, order.order_reference)
  await expect(page.getByRole('heading', { level: 1, name: order.order_reference })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  return order
}

/** Opens the dialog with its key, chooses the payment at this place and says why. */
async function choose(at = 0): Promise<void> {
  await page.keyboard.press('r')
  await choices().nth(at).check()
  await dialog().getByLabel('Reason').fill('The boat did not leave')
}

/** Chooses a view of the Refunds screen. */
async function show(view: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Show' }).click()
  await page.getByRole('option', { name: view, exact: true }).click()
}

const refundsOf = async (reference: string) =>
  ((await sandbox.versions(reference)).at(-1)?.order_payments ?? []).filter(
    ({ payment_type }) => payment_type === 'REFUND',
  )

test('views over whole orders say what was looked at, and find what each is about', async () => {
  const { order_reference: twice } = await sandbox.orderNamed('DEMO-PAID-TWICE')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByLabel('Order, payment or PSP reference').fill('short')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A reference has at least eight characters.')).toBeVisible()
  await page.getByLabel('Order, payment or PSP reference').fill('')
  await show('Paid twice')
  await page.getByRole('combobox', { name: 'Orders created' }).click()
  await page.getByRole('option', { name: /365 days/ }).click()
  await expect(page.getByText(/^Looked at all/)).toBeVisible()
  const grid = page.getByRole('grid', { name: 'Refunds' })
  await expect(grid.getByRole('link', { name: twice }).first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/refunds-view.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: 'test-results/refunds-view-dark.png' })
  await page.emulateMedia({ colorScheme: 'light' })
  await show('Cancelled but not refunded')
  await expect(page.getByText(/^Looked at all/)).toBeVisible()
  await expect(grid.getByRole('link', { name: twice })).toHaveCount(0)
  await show('All payments')
})

test('the dialog shows what is left of each payment, and nothing is sent by looking or by Enter', async () => {
  const { order_reference: reference } = await openOrder('DEMO-SPLIT')
  await open().click()
  await expect(choices().nth(1)).toBeVisible()
  await expect(act(/^Refund/)).toBeDisabled()
  await choices().first().check()
  await dialog().getByLabel('Reason').fill('The boat did not leave')
  await expect(dialog()).toContainText('goes back to the guest: all that is left of this payment')
  await act(/^Refund €/).focus()
  await page.keyboard.press('Enter')
  await expect(act(/^Refund €/)).toBeEnabled()
  await expectAccessible(page, '[role="dialog"]')
  await page.screenshot({ path: 'test-results/refund-choose.png' })
  await close()
  expect(await sandbox.commands(reference)).toEqual([])
})

test('one payment of a split order goes back, the other and the bookings stay', async () => {
  const { order_reference: reference } = await openOrder('DEMO-SPLIT')
  const before = (await sandbox.versions(reference)).at(-1)
  await choose()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByText('Done. The server confirmed it.')).toBeVisible()
  await expect(dialog().getByText(/^Refund: €/)).toBeVisible()
  await page.screenshot({ path: 'test-results/refund-done.png' })
  const after = (await sandbox.versions(reference)).at(-1)
  expect(await refundsOf(reference)).toHaveLength(1)
  expect(after?.order_status).toBe(before?.order_status)
  expect(after?.order_pricing.price_total).toBe(before?.order_pricing.price_total)
  expect(await sandbox.commands()).toHaveLength(1)

  await dialog().getByRole('link', { name: 'Open the operation' }).click()
  const detail = page.getByRole('region', { name: /^Operation / })
  await expect(detail.getByRole('heading', { name: 'Refund', exact: true })).toBeVisible()
  await expect(detail.getByText('The boat did not leave')).toBeVisible()
})

test('what went back cannot be chosen again', async () => {
  await openOrder('DEMO-SPLIT')
  await page.keyboard.press('r')
  await expect(dialog().getByText('All of it went back or is on its way.')).toBeVisible()
  await expect(choices().first()).toBeDisabled()
  await close()
})

test('a payment in another currency is told in both', async () => {
  const { order_reference: reference } = await openOrder('DEMO-FOREIGN')
  await choose()
  await expect(dialog().getByText(/In the guest's currency that is/)).toBeVisible()
  await act(/^Refund/).click()
  await expect(dialog().getByText('Done. The server confirmed it.')).toBeVisible()
  expect(await refundsOf(reference)).toHaveLength(1)
  await close()
})

test('a reserved amount is released, not refunded (rule 170)', async () => {
  const { order_reference: reference } = await openOrder('DEMO-AUTHORIZED')
  await choose()
  await act(/^Release/).click()
  await expect(dialog().getByText('Done. The server confirmed it.')).toBeVisible()
  expect(await refundsOf(reference)).toEqual([])
  await close()
})

for (const name of ['DEMO-EXTERNAL', 'DEMO-VENUE', 'DEMO-INVOICE']) {
  test(`${name} is not refunded through Prio, and the page says so (rules 172, 173)`, async () => {
    await openOrder(name)
    await page.keyboard.press('r')
    await expect(dialog()).toBeHidden()
    await open().hover()
    await expect(page.getByRole('tooltip')).toContainText('did not go through Prio')
  })
}

test('a fault after the refund was made settles by the records of the order, without a second request', async () => {
  await sandbox.fault({ kind: 'status', method: 'DELETE', path: '/payments', status: 502, after: true })
  const { order_reference: reference } = await openOrder('DEMO-PAID-TWICE')
  const sent = (await sandbox.commands()).length
  await choose()
  await act(/^Refund/).click()
  await expect(dialog().getByText('Done. The server confirmed it.')).toBeVisible()
  expect(await refundsOf(reference)).toHaveLength(1)
  expect((await sandbox.commands()).length - sent).toBe(1)
  await close()
})

test('a fault before anything happened stays open, and a second try leads to the first', async () => {
  await sandbox.fault({ kind: 'status', method: 'DELETE', path: '/payments', status: 500 })
  const { order_reference: reference } = await openOrder('DEMO-CAPTURED-LATER')
  const sent = (await sandbox.commands()).length
  await choose(0)
  await act(/^Refund/).click()
  await expect(dialog().getByText(/We don't know yet whether the refund happened/)).toBeVisible()
  await close()
  await choose(0)
  await act(/^Refund/).click()
  await expect(dialog().getByRole('alert').first()).toContainText('Nothing was sent again')
  await close()
  expect(await refundsOf(reference)).toEqual([])
  expect((await sandbox.commands()).length - sent).toBe(1)
})

test('an order that somebody changed in the meantime is not refunded', async () => {
  const { order_reference: reference } = await openOrder('DEMO-JPY')
  await choose()
  await sandbox.touch(reference)
  const sent = (await sandbox.commands()).length
  await act(/^Refund/).click()
  await expect(dialog().getByRole('alert')).toContainText('The order has changed meanwhile')
  expect(await refundsOf(reference)).toEqual([])
  expect((await sandbox.commands()).length).toBe(sent)
  await close()
})

test('the Refunds screen lists payments and refunds, finds one by its order, and opens that', async () => {
  const { order_reference: reference } = await sandbox.orderNamed('DEMO-SPLIT')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  const grid = page.getByRole('grid', { name: 'Refunds' })
  const rows = grid.locator('.ag-row')
  await expect(rows.first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/refunds-screen.png' })

  await page
    .getByRole('searchbox')
    .or(page.getByLabel('Order, payment or PSP reference'))
    .first()
    .fill(reference)
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('link', { name: reference })).toHaveCount(3)
  await show('Refunds')
  await expect(rows).toHaveCount(1)
  await expect(page.getByText(/1 shown · 3 of 3 read/)).toBeVisible()
  await page.screenshot({ path: 'test-results/refunds-found.png' })
  await rows.first().dblclick()
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
})

test('payments selected in the grid are refunded as such, only while they are shown, and stay selected', async () => {
  const { order_reference: reference } = await sandbox.orderNamed('DEMO-SPLIT')
  const sent = (await sandbox.commands()).length
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  const grid = page.getByRole('grid', { name: 'Refunds' })
  await show('All payments')
  await page.getByLabel('Order, payment or PSP reference').fill(reference)
  await page.keyboard.press('Enter')
  const captures = grid.locator('.ag-row').filter({ hasText: reference }).filter({ hasText: 'Capture' })
  await expect(captures).toHaveCount(2)
  for (const at of [0, 1]) await captures.nth(at).getByRole('checkbox').click()
  const chosen = page.getByRole('group', { name: 'Selected: 2 payments of 1 order' })
  await expect(chosen.getByRole('button', { name: 'Refund…' })).toBeVisible()

  await show('Refunds')
  await expect(page.getByText('2 of them not shown')).toBeVisible()
  await expect(chosen).toBeHidden()
  await page.screenshot({ path: 'test-results/refunds-not-shown.png' })
  await show('All payments')
  await expect(page.getByText('of them not shown')).toBeHidden()

  await chosen.getByRole('button', { name: 'Refund…' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Refund of 2 lines' })).toBeVisible()
  await expect(page.getByText(/^All that is left of each payment in the list goes back/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The boat did not leave')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText(/^All that is left of \d payments? goes back/)).toBeVisible()
  await page.screenshot({ path: 'test-results/refunds-plan.png' })
  expect((await sandbox.commands()).length).toBe(sent)

  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(page.getByText(/^2 selected/)).toBeVisible()
})

test('Undo takes a refund back before it is sent', async () => {
  await gatehouse.close()
  const { userData } = gatehouse
  gatehouse = await launchGatehouse({ userData, env: { ...sandbox.env, GATEHOUSE_UNDO_SECONDS: '30' } })
  page = gatehouse.window
  const { order_reference: reference } = await openOrder('DEMO-BHD')
  const sent = (await sandbox.commands()).length
  await choose()
  await act(/^Refund/).click()
  await dialog().getByRole('button', { name: 'Undo' }).click()
  await expect(dialog().getByText('Taken back before anything was sent.')).toBeVisible()
  await expect(dialog().getByRole('timer')).toHaveCount(0)
  expect(await refundsOf(reference)).toEqual([])
  expect((await sandbox.commands()).length).toBe(sent)
})
