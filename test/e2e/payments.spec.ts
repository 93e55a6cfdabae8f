import { writeFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { call } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** Money that is asked for, recorded by hand, and stopped on its way (rules 168, 173, 178). */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
let dialog: Locator
test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 700 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  dialog = page.getByRole('dialog')
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Opens an order by its external reference. */
async function openOrder(name: string): Promise<string> {
  const { order_reference: reference } = await sandbox.orderNamed(name)
  await page.evaluate((order) => {
    location.hash = `#/orders/${order}`
  }, reference)
  await expect(page.getByText(`Ext. ${name}`)).toBeVisible()
  await expect(page.getByText('Read just now')).toBeVisible()
  return reference
}

/** Pictures of what is open: light, dark, at 150 % and in Dutch. */
async function picture(name: string): Promise<void> {
  // As the window shows it: Playwright's own picture of a zoomed page is of its upper left part.
  const shot = async (suffix = '') => {
    await page.waitForTimeout(600)
    const png = await gatehouse.app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
    )
    await writeFile(`test-results/${name}${suffix}.png`, Buffer.from(png ?? '', 'base64'))
  }
  await shot()
  await page.emulateMedia({ colorScheme: 'dark' })
  await shot('-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  for (const [suffix, changed, back] of [
    ['-150', { zoom: 1.5 }, { zoom: 1 }],
    ['-nl', { language: 'nl' }, { language: 'en' }],
  ] as const) {
    await call(page, 'settings.updateSettings', changed)
    await shot(suffix)
    await call(page, 'settings.updateSettings', back)
  }
}

test('a guest is asked to pay, what came in otherwise is recorded, and nothing is left to ask for', async () => {
  const reference = await openOrder('DEMO-DEPOSIT')
  const known = (await sandbox.versions(reference)).at(-1)?.order_payments?.length ?? 0
  await page.getByRole('tab', { name: 'Payments' }).click()
  await expect(page.getByRole('button', { name: 'Send payment e-mail…' })).toBeVisible()
  await page.screenshot({ path: 'test-results/payments-tab.png' })

  await page.getByRole('button', { name: 'Send payment e-mail…' }).click()
  await expect(dialog.getByText('An e-mail cannot be taken back.')).toBeVisible()
  await expectAccessible(page, '[role="dialog"]')
  await page.screenshot({ path: 'test-results/payments-email.png' })
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog.getByText(/is asked to pay/)).toBeVisible()
  expect(await sandbox.mails(reference)).toMatchObject([{ kind: 'PAYMENT' }])
  await page.keyboard.press('Escape')

  await page.keyboard.press('p')
  await page.keyboard.press('m')
  await expect(dialog.getByLabel('Received on')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'How it came in' }).click()
  await page.getByRole('option', { name: 'Bank transfer' }).click()
  await expectAccessible(page, '[role="dialog"]')
  await page.screenshot({ path: 'test-results/payments-manual.png' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: 'test-results/payments-manual-dark.png' })
  await page.emulateMedia({ colorScheme: 'light' })
  // The focus is still in the closed list, which would open itself.
  await expect(dialog.getByRole('button', { name: /^Record €/ })).toBeEnabled()
  await expect(dialog.getByRole('combobox', { name: 'How it came in' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog.getByText('Done. The payment is recorded.')).toBeVisible()
  await page.screenshot({ path: 'test-results/payments-manual-done.png' })
  const payments = (await sandbox.versions(reference)).at(-1)?.order_payments ?? []
  expect(payments).toHaveLength(known + 1)
  await dialog.getByRole('link', { name: 'Open the operation' }).click()
  const detail = page
    .getByRole('article')
    .or(page.getByLabel(/^Operation /))
    .last()
  await expect(detail.getByText('Bank transfer').first()).toBeVisible()
  await expect(detail.getByText('Payment on the order')).toBeVisible()
  await page.screenshot({ path: 'test-results/payments-manual-operation.png' })
  await openOrder('DEMO-DEPOSIT')
  await page.getByRole('tab', { name: 'Payments' }).click()
  await page.getByRole('button', { name: 'Send payment e-mail…' }).hover()
  await expect(page.getByRole('tooltip')).toContainText('Nothing is left to pay')

  await page.keyboard.press('r')
  await dialog.getByRole('button', { name: /^More: by booking/ }).click()
  await expect(dialog.getByText('This is a forecast.')).toBeVisible()
  await page.screenshot({ path: 'test-results/payments-refund-other.png' })
  await expectAccessible(page, '[role="dialog"]')
  expect(await sandbox.violations()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a payment that is under way is stopped, and then nothing is under way any more', async () => {
  const reference = await openOrder('DEMO-LINK-SENT')
  await page.keyboard.press('p')
  await page.keyboard.press('c')
  const confirm = dialog.getByRole('button', { name: 'Cancel payment', exact: true })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel('Reason').fill('The guest pays at the desk')
  await expect(confirm).toBeEnabled()
  await expectAccessible(page, '[role="dialog"]')
  await picture('payments-cancel')
  await confirm.focus()
  await page.keyboard.press('Enter')
  expect(await sandbox.commands(reference)).toHaveLength(0)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog.getByText(/^Done\./)).toBeVisible()
  await picture('payments-cancel-done')
  const payments = (await sandbox.versions(reference)).at(-1)?.order_payments ?? []
  expect(payments).toMatchObject([{ payment_status: 'CANCELLED' }])
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Payments' }).click()
  await expect(page.getByRole('button', { name: 'Record a payment…' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel payment…' })).toHaveCount(0)
})

test('a voucher that is pending is released by force, behind a warning and with a reason', async () => {
  const reference = await openOrder('DEMO-NOT-RELEASED')
  await page.keyboard.press('v')
  await dialog
    .getByRole('button', { name: /^Force release…/ })
    .first()
    .click()
  const warning = dialog.getByRole('alert')
  await expect(warning).toBeVisible()
  const confirm = dialog.getByRole('button', { name: /^Release \d/ })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel(/^Reason/).fill('The guest stands at the gate')
  await expectAccessible(page, '[role="dialog"]')
  await picture('voucher-release')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog.getByText(/^Done\./)).toBeVisible()
  await picture('voucher-release-done')
  const booking = (await sandbox.versions(reference)).at(-1)?.order_bookings[0]
  expect(booking).toMatchObject({ booking_voucher_released: true })
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  await expect(dialog.getByRole('button', { name: /^Force release…/ })).toHaveCount(0)
  expect(await sandbox.violations()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
