import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, showScheme } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'

/** From how many pieces down a row is low is set by the keyboard, and holds in every window. */

let journey: Journey

test.beforeAll(async () => {
  journey = await beginJourney({ orders: 20 })
})
test.afterAll(() => journey.end())

const row = (page: Page, label: string) => page.getByRole('row', { name: `DEMO ${label} ` })
const state = (page: Page, label: string) => row(page, label).locator('[col-id="state"]')
const rulesButton = (page: Page) => page.getByRole('button', { name: 'Limit and low stock' })
const lowFrom = (page: Page) => page.getByRole('textbox', { name: 'Low from' })
const neverAbove = (page: Page) => page.getByRole('textbox', { name: 'Never above' })

async function openStock(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(row(page, 'Plenty')).toBeVisible()
}

test('what counts as low is set by the keyboard, and another window that sets another rule loses neither', async () => {
  const { page, gatehouse, sandbox } = journey
  await openStock(page)
  await expect(state(page, 'Low')).not.toContainText('Low')

  const opened = gatehouse.app.waitForEvent('window')
  await page.evaluate(() => window.gatehouse.call('windows.openWindow', '{"route":"/"}'))
  const second = await opened
  await expect(second.getByRole('grid', { name: 'Orders' })).toBeVisible()
  await openStock(second)

  await test.step('the rule marks the rows that it is about', async () => {
    await rulesButton(page).focus()
    await page.keyboard.press('Enter')
    await expect(neverAbove(page)).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.type('20')
    await expectAccessible(page)
    for (const scheme of ['light', 'dark'] as const) {
      await showScheme(page, scheme)
      await page.screenshot({ path: `test-results/stock-rules-${scheme}.png` })
    }
    await showScheme(page, undefined)
    await expect(lowFrom(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(rulesButton(page)).toBeFocused()
    await expect(state(page, 'Low')).toContainText('Low')
    await expect(state(page, 'Plenty')).not.toContainText('Low')
  })

  await test.step('the other window follows without being read again, and sets the limit', async () => {
    await expect(state(second, 'Low')).toContainText('Low')
    await rulesButton(second).focus()
    await second.keyboard.press('Enter')
    await expect(lowFrom(second)).toHaveValue('20')
    await expect(neverAbove(second)).toBeFocused()
    await second.keyboard.type('500')
    await second.keyboard.press('Escape')
    await expect(rulesButton(second)).toBeFocused()
  })

  await test.step('both rules are there in both windows', async () => {
    await rulesButton(page).focus()
    await page.keyboard.press('Enter')
    await expect(neverAbove(page)).toHaveValue('500')
    await expect(lowFrom(page)).toHaveValue('20')
    await page.keyboard.press('Escape')
    await expect(state(second, 'Low')).toContainText('Low')
  })

  await test.step('what is typed in one window stays there while the other one sets the same rule, and is set last', async () => {
    await rulesButton(page).focus()
    await page.keyboard.press('Enter')
    await expect(neverAbove(page)).toHaveValue('500')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('6')
    await rulesButton(second).focus()
    await second.keyboard.press('Enter')
    await second.keyboard.press('Control+A')
    await second.keyboard.type('450')
    await second.keyboard.press('Tab')
    await second.keyboard.press('Control+A')
    await second.keyboard.type('15')
    await second.keyboard.press('Escape')
    // The other field, which nobody types in, has followed: so the event has come.
    await expect(lowFrom(page)).toHaveValue('15')
    await expect(neverAbove(page)).toHaveValue('6')
    await page.keyboard.type('00')
    await expect(neverAbove(page)).toHaveValue('600')
    await page.keyboard.press('Escape')
    await expect(rulesButton(page)).toBeFocused()
    await second.keyboard.press('Enter')
    await expect(neverAbove(second)).toHaveValue('600')
    // Left as it is, it sets nothing.
    await second.keyboard.press('Tab')
    await expect(lowFrom(second)).toHaveValue('15')
    await second.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect(neverAbove(page)).toHaveValue('600')
    await expect(lowFrom(page)).toHaveValue('15')
    await page.keyboard.press('Escape')
  })

  await test.step('a row is set apart by a number of its own, and the list can be narrowed to what is low', async () => {
    await row(page, 'Plenty').locator('[col-id="low"]').click()
    await page.keyboard.type('400')
    await page.keyboard.press('Enter')
    await expect(state(page, 'Plenty')).toContainText('Low')
    await expect(state(second, 'Plenty')).toContainText('Low')
    await page.getByRole('combobox', { name: 'Which rows' }).click()
    await page.getByRole('option', { name: 'Low' }).click()
    await expect(row(page, 'Huge')).toBeHidden()
    await expect(row(page, 'Plenty')).toBeVisible()
    await expect(row(second, 'Huge')).toBeVisible()
  })
  // Rules stay on this computer.
  expect(await sandbox.commands()).toEqual([])
})
