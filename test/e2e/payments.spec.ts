import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { launchGatehouse, removeUserData } from '../support/launch'
import { startSandbox } from '../support/sandbox'

/** Money that is asked for, recorded by hand, and stopped on its way (rules 168, 173, 178). */

test('a guest is asked to pay, what came in otherwise is recorded, and nothing is left to ask for', async () => {
  const sandbox = await startSandbox({ orders: 700 })
  const gatehouse = await launchGatehouse({ env: sandbox.env })
  const page = gatehouse.window
  const dialog = page.getByRole('dialog')
  const { order_reference: reference } = await sandbox.orderNamed('DEMO-DEPOSIT')
  const known = (await sandbox.versions(reference)).at(-1)?.order_payments?.length ?? 0
  await page.evaluate((order) => {
    location.hash = `#/orders/${order}`
  }, reference)
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
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Send payment e-mail…' }).hover()
  await expect(page.getByRole('tooltip')).toContainText('Nothing is left to pay')

  await page.keyboard.press('r')
  await dialog.getByRole('button', { name: /^More: by booking/ }).click()
  await expect(dialog.getByText('This is a forecast.')).toBeVisible()
  await page.screenshot({ path: 'test-results/payments-refund-other.png' })
  await expectAccessible(page, '[role="dialog"]')
  expect(await sandbox.violations()).toEqual([])
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})
