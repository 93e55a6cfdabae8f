import { expect, type Page, test } from '@playwright/test'
import { startApiServer, status } from '../support/api-server'
import { expectAccessible } from '../support/axe'
import { call } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, sandboxCredentials, startSandbox } from '../support/sandbox'

/** Several accounts, one of them out of reach: switching between them, and what an unreachable one looks like. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

/** A profile as Settings saves one. */
async function addProfile(name: string, origin: string): Promise<void> {
  const answer = await call(page, 'profiles.saveProfile', {
    name,
    environment: 'custom',
    baseAddress: `${origin}/v3.8/distributor`,
    ...sandboxCredentials,
    distributorId: '501',
    readOnly: false,
  })
  expect(answer).toMatchObject({ ok: true })
}

/** An origin at which nothing answers any more. */
async function deadOrigin(): Promise<string> {
  const server = await startApiServer(status(500))
  await server.close()
  return server.origin
}

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 200 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  await expect(rows().first()).toBeVisible()
  await addProfile('Harbour Tours', sandbox.origin)
  await addProfile('Out of Reach', await deadOrigin())
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const rows = () => page.getByRole('grid', { name: 'Orders' }).locator('.ag-row')
const switcher = () => page.getByRole('banner').getByRole('button').first()

test('Ctrl+1 to Ctrl+9 switch the account at once, in the order of the list', async () => {
  await page.keyboard.press('ControlOrMeta+2')
  await expect(switcher()).toContainText('Harbour Tours')
  await expect(rows().first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+1')
  await expect(switcher()).toContainText('Sandbox')
  await expect(rows().first()).toBeVisible()
  // There is no ninth account.
  await page.keyboard.press('ControlOrMeta+9')
  await expect(switcher()).toContainText('Sandbox')
})

test('an account out of reach says so, in the banner and in place of the list, and the others go on', async () => {
  await page.keyboard.press('ControlOrMeta+3')
  await expect(switcher()).toContainText('Out of Reach')
  await expect(page.getByText('The server of Out of Reach cannot be reached')).toBeVisible()
  await expect(page.getByRole('alert').getByText('No connection')).toBeVisible()
  await expect(rows()).toHaveCount(0)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/offline.png' })
  await page.keyboard.press('ControlOrMeta+2')
  await expect(rows().first()).toBeVisible()
  await expect(page.getByText('cannot be reached')).toHaveCount(0)
})

test('a computer without network says so, keeps what was read, and is back by itself', async () => {
  await page.keyboard.press('ControlOrMeta+2')
  await expect(rows().first()).toBeVisible()
  await page.context().setOffline(true)
  await expect(page.getByText('This computer is offline')).toBeVisible()
  await expect(rows().first()).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('This computer is offline')).toHaveCount(0)
})
