import { expect, type Page, test } from '@playwright/test'
import { call } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** At 150 % in a window of 1280 × 800, about what half a large screen leaves. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 800 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(1)).toBeVisible({
    timeout: 30_000,
  })
  await gatehouse.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  )
  await call(page, 'settings.updateSettings', { zoom: 1.5 })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(853)
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Elements that are wider inside than outside and let one scroll, but for the grid and the raw text, which may. */
function sidewaysScrollers(): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('body, body *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        const scrolls = overflowX === 'auto' || overflowX === 'scroll' || element === document.documentElement
        return scrolls && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1
      })
      .filter((element) => !element.closest('[role="grid"], [class*="ag-"], [aria-label="JSON as received"]'))
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth}`),
  )
}

/** What of the controls and words lies outside the window, left or right. */
function cutOff(): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input, h1, h2, h3, [role="tab"]')]
      .filter((element) => !element.closest('[role="grid"], [inert]') && element.checkVisibility())
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1)
      })
      .map((element) => `${element.tagName} ${element.textContent}`),
  )
}

async function expectToFit() {
  expect(await sidewaysScrollers()).toEqual([])
  expect(await cutOff()).toEqual([])
}

async function goTo(route: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, route)
}

async function goToOrder(externalReference: string) {
  const { order_reference } = await sandbox.orderNamed(externalReference)
  await goTo(`/orders/${order_reference}`)
  await expect(page.getByRole('heading', { level: 1, name: order_reference })).toBeVisible()
}

test('the orders fit, and what opens over them stays within the window', async () => {
  const row = page.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(1)
  await expect(row).toBeVisible()
  await expectToFit()
  for (const name of [/^Created/, /^Travel/, 'Columns']) {
    await page.getByRole('button', { name }).first().click()
    const opened = page.locator('.mantine-Popover-dropdown, .mantine-Menu-dropdown').first()
    await expect(opened).toBeVisible()
    const box = await opened.evaluate((element) => element.getBoundingClientRect().toJSON())
    const height = await page.evaluate(() => innerHeight)
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(height)
    await page.keyboard.press('Escape')
    await expect(opened).toBeHidden()
  }
})

test('an order opens in the place of the list, as there is no room beside it', async () => {
  const grid = page.getByRole('grid', { name: 'Orders' })
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  await expect(grid).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(grid).toBeVisible()
})

for (const name of ['Overview', 'Bookings', 'Payments', 'Contacts', 'History', 'Raw']) {
  test(`the tab ${name} of an order fits`, async () => {
    await goToOrder('DEMO-AMENDED')
    await page.getByRole('tab', { name, exact: true }).click()
    await expect(page.getByRole('tabpanel')).not.toBeEmpty()
    await expectToFit()
  })
}

test('the cancel dialog fits, and its last button can be reached', async () => {
  await goToOrder('DEMO-ADDON')
  await page.getByRole('button', { name: 'Cancel…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox').nth(1).check()
  await expectToFit()
  await dialog.getByRole('radio', { name: 'No refund' }).check()
  await dialog.getByLabel('Reason').fill('Guest cannot come')
  await dialog.getByRole('button', { name: 'Review' }).click()
  await dialog.getByRole('button', { name: 'Confirm cancellation' }).scrollIntoViewIfNeeded()
  await expect(dialog.getByRole('button', { name: 'Confirm cancellation' })).toBeInViewport({ ratio: 1 })
  await expectToFit()
  await page.keyboard.press('Escape')
  expect(await sandbox.commands()).toEqual([])
})

for (const [name, route] of [
  ['Operations', '/operations'],
  ['Settings', '/settings'],
] as const) {
  test(`${name} fits`, async () => {
    await goTo(route)
    await expect(page.getByRole('heading', { name }).first()).toBeVisible()
    await expectToFit()
  })
}
