import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** Stock is kept like a spreadsheet: typed, pasted, filled down, taken back, and saved one request for each row. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 50, stockItems: 60 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const cell = (label: string, column: string) =>
  page.getByRole('row', { name: `DEMO ${label} ` }).locator(`[col-id="${column}"]`)

/** The window as a person sees it, for the eye. */
async function shoot(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `test-results/stock-${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('a number is typed over another one and saved', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(page.getByRole('grid', { name: 'Stock' })).toBeVisible()
  await expect(cell('Plenty', 'available')).toHaveText('400')
  await cell('Plenty', 'available').click()
  await page.keyboard.type('450')
  await page.keyboard.press('Enter')
  await shoot('edited')
  await expect(cell('Plenty', 'available')).toHaveText('400 → 450')
  await button('Save changes…').click()
  await shoot('save')
  await button('Save 1 change').click()
  await expect(cell('Plenty', 'state')).toContainText('Saved')
  await expect(cell('Plenty', 'available')).toHaveText('450')
  await shoot('saved')
  await expectAccessible(page)
})
