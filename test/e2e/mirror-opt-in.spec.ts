import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { call } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { OrdersGrid } from '../support/orders-grid'
import { type Sandbox, sandboxCredentials, startSandbox } from '../support/sandbox'
import { noBus } from '../support/session-bus'
import { settingsPage } from '../support/settings-page'

/** A local copy of a real account is begun by a person who saw what it takes (rule 77), and says how it stands. */

const inAll = 200
let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: inAll })
})
test.afterAll(() => sandbox.stop())
test.afterEach(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
})

async function launch(env: Readonly<Record<string, string>> = {}, userData?: string): Promise<void> {
  gatehouse = await launchGatehouse({ ...(userData && { userData }), env: { ...sandbox.env, ...env } })
  page = gatehouse.window
}
/** How many orders each list was asked for. */
async function sizes(): Promise<number[]> {
  const lists = (await sandbox.ledger()).filter(({ method, path }) => method === 'GET' && path === '/orders')
  return lists.map(({ query }) => Number(new URLSearchParams(query).get('items_per_page')))
}
const goTo = (name: string) => page.getByRole('link', { name, exact: true }).click()
const button = (name: string) => page.getByRole('button', { name, exact: true })
const chip = () => page.getByRole('link', { name: /^Local copy/ })

test('a copy of an account is begun after what it takes was said, seen coming in, paused and gone on with', async () => {
  await launch()
  const profile = {
    ...{ name: 'Harbour Tours', environment: 'custom', distributorId: '501', readOnly: false },
    ...{ baseAddress: `${sandbox.origin}/v3.8/distributor`, ...sandboxCredentials },
  }
  expect(await call(page, 'profiles.saveProfile', profile)).toMatchObject({ ok: true })
  await goTo('Settings')
  await page
    .getByRole('row', { name: /^Harbour Tours/ })
    .getByRole('button', { name: 'Use', exact: true })
    .click()
  // Its list is read of the server, and once it is nothing else is asked.
  await goTo('Orders')
  await new OrdersGrid(page).ready()
  await expect.poll(sizes).toEqual([100, 100])
  await goTo('Settings')
  await expect(page.getByText('There is no local copy of Harbour Tours.')).toBeVisible()
  const before = await sizes()

  await test.step('asked for, it says first what it takes, by a glance at each window and one page', async () => {
    await button('Keep a local copy…').click()
    const dialog = page.getByRole('dialog', { name: 'Keep a local copy of Harbour Tours?' })
    await expect(
      dialog.getByText(/^200 orders will be read, newest first: \d+ requests, less than a minute\. /),
    ).toBeVisible()
    expect((await sizes()).slice(before.length)).toEqual([1, 1, 1, 1, 1, 100])
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/mirror-estimate.png' })
    await button('Not now').click()
    await expect(dialog).toBeHidden()
    await expect(button('Keep a local copy…')).toBeFocused()
    expect(await sizes()).toHaveLength(before.length + 6)
  })

  await test.step('once begun, every screen says how far it is, and it waits for as long as it is paused', async () => {
    // A server that gives five at once, and takes its time.
    await sandbox.fault({ ...pages, kind: 'page-size', pageSize: 5, delayMs: 300 })
    await button('Keep a local copy…').click()
    await button('Start').click()
    await expect(page.getByRole('progressbar', { name: /of 200 orders are here/ })).toBeVisible()
    await goTo('Contacts')
    await expect(chip()).toContainText(/Local copy: \d+ of 200, .* left/)
    await chip().click()
    await button('Pause').click()
    await expect(page.getByText('It was paused by hand.')).toBeVisible()
    await expect(chip()).toHaveText('Local copy waits')
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/mirror-paused.png' })
    // What was under way comes to its end.
    await page.waitForTimeout(700)
    const paused = await sizes()
    await page.waitForTimeout(1_000)
    expect(await sizes()).toHaveLength(paused.length)
  })

  await test.step('gone on with it is whole, and the list is of it', async () => {
    await sandbox.clearFaults()
    await button('Go on').click()
    await expect(page.getByText(/^200 orders, as the server had them at/)).toBeVisible()
    await expect(chip()).toHaveCount(0)
    await goTo('Orders')
    await expect(page.getByRole('button', { name: /^Local copy, up to \d/ })).toBeVisible()
    await expect(page.getByText('200 orders')).toBeVisible()
  })
})

const pages = { method: 'GET', path: '/orders', count: 0 } as const

test('without a keychain the copy says that it is in memory only, and nothing of it is written', async () => {
  await launch({ ...noBus, GATEHOUSE_MIRROR: 'kept' })
  await settingsPage(page).open()
  await expect(page.getByText(/^200 orders, as the server had them at/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('This computer has no keychain to keep a key in')).toBeVisible()
  expect(
    readdirSync(gatehouse.userData, { recursive: true })
      .map(String)
      .filter((name) => /mirror.*\.db/.test(name)),
  ).toEqual([])
  await goTo('Orders')
  await new OrdersGrid(page).ready()
  await page.getByRole('button', { name: 'View: All orders' }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).click()
  await expect(page.getByText(/until Gatehouse is closed: this computer has no keychain/)).toBeVisible()
})

test('a copy that cannot be read is put aside, which Settings say, and made anew by itself', async () => {
  await launch({ GATEHOUSE_MIRROR: 'kept' })
  await settingsPage(page).open()
  await expect(page.getByText(/^200 orders, as the server had them at/)).toBeVisible({ timeout: 60_000 })
  const { userData } = gatehouse
  await gatehouse.close()
  const folder = join(userData, 'mirror')
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'no database'.repeat(5_000))
  await launch({ GATEHOUSE_MIRROR: 'kept' }, userData)
  await settingsPage(page).open()
  await expect(
    page.getByText(/The earlier copy could not be read\. It was put aside as .*damaged/),
  ).toBeVisible()
  await expect(page.getByText(/^200 orders, as the server had them at/)).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: 'test-results/mirror-set-aside.png' })
})
