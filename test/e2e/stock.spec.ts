import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { killAll } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** Stock is kept like a spreadsheet: typed, pasted, filled down, taken back, and saved one request for each row. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

/** Look-ups of what is not known take a second or two. */
const hurried = { GATEHOUSE_TIME_SCALE: '3000' }

// One working day in one window: each goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 50, stockItems: 60 })
  gatehouse = await launchGatehouse({ env: { ...sandbox.env, ...hurried } })
  page = gatehouse.window
  await openStock()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

async function openStock(): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('k')
  await expect(page.getByRole('grid', { name: 'Stock' })).toBeVisible()
}

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

/** Requests to change a row that reached the server. */
const requests = async () => (await sandbox.commands()).filter(({ path }) => path.includes('/stock/'))

const idOf = async (label: string): Promise<string> =>
  (await page.getByRole('row', { name: `DEMO ${label} ` }).getAttribute('row-id')) ?? ''

test('stock is typed, pasted, taken back, asked about where others moved it, and saved', async () => {
  test.setTimeout(90_000)
  await expect(cell('Plenty', 'available')).toHaveText('400')
  await expect(cell('Plenty', 'product')).not.toHaveText(/^\d+$/)

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
  await page.keyboard.press('ControlOrMeta+S')
  await expect(page.getByRole('dialog').getByText(/you saw 400, now 397 are available/)).toBeVisible()
  await expect(button('Save 2 changes')).toBeDisabled()
  await expect(page.getByRole('radio', { name: 'My number: 450' })).toBeFocused()
  await expectAccessible(page)
  await shoot('save')
  await page.getByRole('radio', { name: 'My difference: 447' }).check()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell('Plenty', 'state')).toContainText('Saved')
  await expect(cell('Low', 'state')).toContainText('Saved')
  await expect(cell('Plenty', 'available')).toHaveText('447')
  expect(await sandbox.available(plenty)).toBe(447)
  expect(await requests()).toHaveLength(3)
  await expect(page.getByText('0 changes not saved')).toBeVisible()
  await shoot('saved')
  expect(await sandbox.violations()).toEqual([])
})

test('numbers come out of a file, are looked at and saved; lost answers are looked up, none is sent twice', async () => {
  test.setTimeout(120_000)
  const before = (await requests()).length
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-stock-'))
  const path = join(folder, 'stock.csv')
  await gatehouse.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    dialog.showMessageBoxSync = () => {
      Object.assign(globalThis, { askedToLeave: true })
      return 0
    }
  }, path)
  await button('Save as a file…').click()
  await page.getByRole('radio', { name: 'CSV' }).check()
  await expectAccessible(page)
  await shoot('export')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('60 rows saved as a file')).toBeVisible()
  const file = await readFile(path, 'utf8')
  await rm(folder, { recursive: true })

  // A colleague fills it in, not without mistakes.
  const low = await idOf('Low')
  const lines = file.split('\r\n').map((line) => {
    if (line.startsWith('DEMO Plenty')) return line.replace(',447,', ',480,')
    if (line.startsWith('DEMO Low')) return line.replace(',30,', ',31,')
    if (line.startsWith('DEMO Sold out')) return line.replace(/,0,Sold out/, ',=2+3,Sold out')
    return line.startsWith('DEMO Huge') ? line.replace(/,\d{20}/, ',20260000000000000000') : line
  })
  await page.locator('input[type=file]').setInputFiles({
    name: 'counted.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  })
  const dialog = page.getByRole('dialog', { name: 'Import numbers' })
  await expect(dialog.getByText(/2 rows change/)).toBeVisible()
  await expect(dialog.getByRole('row', { name: /=2\+3 no whole number/ })).toBeVisible()
  await expect(dialog.getByRole('row', { name: /20260000000000000000 no row is called so/ })).toBeVisible()
  await expectAccessible(page)
  await shoot('import')
  await dialog.getByRole('combobox', { name: 'Available' }).click()
  await page.getByRole('option', { name: 'Not in the file' }).click()
  await expect(dialog.getByText(/Choose the column of the numbers/)).toBeVisible()
  await expect(button(/^Take over/)).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Available' }).click()
  await page.getByRole('option', { name: /^Available: / }).click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell('Plenty', 'available')).toHaveText('447 → 480')
  await expect(cell('Sold out', 'available')).toHaveText('0')
  await expect(page.getByText('2 changes not saved')).toBeVisible()
  expect(await requests()).toHaveLength(before)

  // Work that is not saved holds the window, and is there when one comes back.
  await gatehouse.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(() => gatehouse.app.evaluate(() => Reflect.get(globalThis, 'askedToLeave'))).toBe(true)
  await page.getByRole('link', { name: 'Orders' }).first().click()
  await page.getByRole('link', { name: 'Stock' }).first().click()
  await expect(cell('Low', 'available')).toHaveText('30 → 31')

  // The answer to one is lost after it was carried out, the other never arrives.
  await sandbox.fault({
    kind: 'status',
    status: 502,
    after: true,
    method: 'PUT',
    path: `/products/stock/${low}`,
  })
  await sandbox.fault({ kind: 'reset', method: 'PUT', path: `/products/stock/${await idOf('Plenty')}` })
  await cell('Low', 'available').click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(button('Save 2 changes')).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell('Low', 'state')).toContainText('Saved')
  await expect(cell('Plenty', 'state')).toContainText('Needs review')
  await expect(page.getByText(/1 open, 0 not saved/)).toBeVisible()
  await shoot('uncertain')
  expect(await sandbox.available(low)).toBe(31)
  expect(await requests()).toHaveLength(before + 2)
  expect(await sandbox.violations()).toEqual([])
})

test('a save that the application is killed in goes on after it, and the list follows', async () => {
  test.setTimeout(120_000)
  const before = (await requests()).length
  const numbers = await page.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'gatehouse')
    const ask = async (name: string, input: object) => (await bridge.call(name, JSON.stringify(input))).value
    const { profiles } = await ask('profiles.listProfiles', {})
    const { rows } = await ask('stock.listStock', { profile: profiles[0].id })
    return (rows as { id: string; label?: string; active: boolean; available: number }[])
      .filter(({ label, active, available }) => !label?.startsWith('DEMO') && active && available > 4)
      .map(({ id, available }) => [id, available + 1] as const)
  })
  expect(numbers.length).toBeGreaterThan(20)
  await sandbox.fault({ kind: 'delay', method: 'PUT', delayMs: 250, count: 0 })
  await page.locator('input[type=file]').setInputFiles({
    name: 'all.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`stock_id;aantal\n${numbers.map((line) => line.join(';')).join('\n')}`),
  })
  await button(`Take over ${numbers.length} changes`).click()
  await page.keyboard.press('ControlOrMeta+S')
  await expect(button(`Save ${numbers.length} changes`)).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(async () => (await requests()).length).toBeGreaterThan(before + 4)
  await killAll(gatehouse.app)

  gatehouse = await launchGatehouse({ userData: gatehouse.userData, env: { ...sandbox.env, ...hurried } })
  page = gatehouse.window
  await openStock()
  // Nobody asks for it: what was begun before is followed to its end, beside what waits for a person since the test before.
  const told = page.getByText(/^Rows sent: \d+ saved, \d+ open/)
  await expect(told).toBeVisible()
  const carriedOut = async () => {
    let count = 0
    for (const [id, wanted] of numbers) if ((await sandbox.available(id)) === wanted) count++
    return count
  }
  // A request that the kill cut off before the server worked on it is left to a person, and never sent again.
  await expect(async () => {
    const there = await carriedOut()
    expect(there).toBeGreaterThan(numbers.length - 5)
    const left = numbers.length - there
    await expect(told).toContainText(`${there + 1} saved, ${left + 1} open, 0 not saved`, { timeout: 1_000 })
    expect(await page.getByText('Needs review').count()).toBeGreaterThan(0)
  }).toPass({ timeout: 60_000 })
  const sent = (await requests()).slice(before).map(({ path }) => path)
  expect(new Set(sent).size).toBe(sent.length)
  // The kill may have cut one off before it reached the server.
  expect(sent.length).toBeGreaterThanOrEqual(await carriedOut())
  expect(sent.length).toBeLessThanOrEqual(numbers.length)
  await shoot('after-kill')
})
