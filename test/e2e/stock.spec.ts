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

const clipboard = (text: string) =>
  gatehouse.app.evaluate(({ clipboard: system }, copied) => system.writeText(copied), text)

const idOf = async (label: string): Promise<string> =>
  (await page.getByRole('row', { name: `DEMO ${label} ` }).getAttribute('row-id')) ?? ''

test('stock is typed, pasted, taken back, asked about where others moved it, and saved', async () => {
  test.setTimeout(90_000)
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(page.getByRole('grid', { name: 'Stock' })).toBeVisible()
  await expect(cell('Plenty', 'available')).toHaveText('400')

  await cell('Plenty', 'available').click()
  await page.keyboard.type('450')
  await page.keyboard.press('Enter')
  await expect(cell('Plenty', 'available')).toHaveText('400 → 450')
  // Enter went to the row below, onto which a column of a spreadsheet is pasted; what is no number is left out.
  await clipboard('30\r\n=1+1\r\n12')
  await page.keyboard.press('ControlOrMeta+V')
  await expect(cell('Low', 'available')).toHaveText('3 → 30')
  await expect(cell('Oversold', 'available')).toHaveText('-3 → 12')
  await expect(page.getByText('1 cell was left out')).toBeVisible()
  await expect(cell('Sold out', 'available')).toHaveText('0')
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(cell('Low', 'available')).toHaveText('3')
  await page.keyboard.press('ControlOrMeta+Shift+Z')
  await expect(cell('Low', 'available')).toHaveText('3 → 30')
  await expectAccessible(page)
  await shoot('edited')

  // While the person was at it somebody bought three.
  const plenty = await idOf('Plenty')
  await sandbox.moveStock(plenty, { booked: 3 })
  await button('Save changes…').click()
  await expect(page.getByRole('dialog').getByText(/you saw 400, now 397 are available/)).toBeVisible()
  await expect(button('Save 2 changes')).toBeDisabled()
  await expectAccessible(page)
  await shoot('save')
  await page.getByRole('radio', { name: 'My difference: 447' }).check()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell('Plenty', 'state')).toContainText('Saved')
  await expect(cell('Low', 'state')).toContainText('Saved')
  await expect(cell('Plenty', 'available')).toHaveText('447')
  expect(await sandbox.available(plenty)).toBe(447)
  expect((await sandbox.commands()).filter(({ path }) => path.includes('/stock/'))).toHaveLength(3)
  await shoot('saved')
  expect(await sandbox.violations()).toEqual([])
})
