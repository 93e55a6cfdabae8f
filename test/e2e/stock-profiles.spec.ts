import { expect, type Page, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, sandboxCredentials, startSandbox } from '../support/sandbox'
import { settingsPage } from '../support/settings-page'

/** What is being done to the stock of one profile stays with it, and with the account that it works as. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 20, stockItems: 60 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const available = () => page.getByRole('row', { name: 'DEMO Plenty ' }).locator('[col-id="available"]')
const notSaved = () => page.getByText(/change(s)? not saved$/)
const requests = async () => (await sandbox.commands()).filter(({ path }) => path.includes('/stock/'))

async function toStock(): Promise<void> {
  await page.getByRole('link', { name: 'Stock' }).click()
  await expect(page.getByRole('grid', { name: 'Stock' })).toBeVisible()
  await expect(available()).not.toHaveText('')
}

/** The window as a person sees it, for the eye. */
const shoot = (name: string) => page.screenshot({ path: `test-results/stock-profiles-${name}.png` })

async function type(pieces: string): Promise<void> {
  await available().click()
  await page.keyboard.type(pieces)
  await page.keyboard.press('Enter')
}

test('unsaved changes wait for their profile, are not seen by another, and go when it works as another account', async () => {
  await toStock()
  await type('450')
  await expect(available()).toHaveText('400 → 450')

  const settings = settingsPage(page)
  await settings.open()
  await settings.add()
  await settings.fill({ name: 'Museum', address: sandbox.origin, secret: sandbox.clientSecret })
  await settings.field('Client ID').fill(sandboxCredentials.clientId)
  await settings.save()
  await expect(settings.profile('Museum')).toBeVisible()

  await page.keyboard.press('ControlOrMeta+2')
  await toStock()
  await expect(available()).toHaveText('400')
  await expect(notSaved()).toHaveText('0 changes not saved')
  await shoot('other')
  await type('410')
  await expect(available()).toHaveText('400 → 410')

  await page.keyboard.press('ControlOrMeta+1')
  await toStock()
  await expect(available()).toHaveText('400 → 450')
  await expect(notSaved()).toHaveText('1 change not saved')
  await shoot('back')

  await settings.open()
  await settings.edit('Museum')
  await settings.field('Distributor ID').fill('502')
  await settings.save()
  const told = page.getByText('1 unsaved stock change was dropped')
  await expect(told).toBeVisible()
  await expect(page.getByText(/“Museum” works as another account now/)).toBeVisible()
  await shoot('dropped')

  await page.keyboard.press('ControlOrMeta+2')
  await toStock()
  await expect(available()).toHaveText('400')
  await expect(notSaved()).toHaveText('0 changes not saved')
  await page.keyboard.press('ControlOrMeta+1')
  await toStock()
  await expect(available()).toHaveText('400 → 450')
  expect(await requests()).toEqual([])

  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save 1 change' }).click()
  await expect(available()).toHaveText('450')
  await expect.poll(async () => (await requests()).length).toBe(1)
})
