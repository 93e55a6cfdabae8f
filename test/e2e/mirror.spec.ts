import { expect, type Page, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'

let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  gatehouse = await launchGatehouse({ env: { GATEHOUSE_MIRROR: 'kept', GATEHOUSE_SANDBOX_ORDERS: '3000' } })
  page = gatehouse.window
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
})

test('the sandbox is copied by itself, and the copy says how it stands', async () => {
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  const section = page.getByRole('region', { name: 'Local copy' })
  await expect(section.getByRole('status')).toContainText('as the server had them', { timeout: 60_000 })
})
