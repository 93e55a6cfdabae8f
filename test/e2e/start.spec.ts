import { expect, test } from '@playwright/test'
import { launchGatehouse, removeUserData } from '../support/launch'

test('the application opens one window on its own origin', async () => {
  const gatehouse = await launchGatehouse()
  await expect(gatehouse.window.getByRole('navigation', { name: 'Main' })).toBeVisible()
  expect(await gatehouse.window.evaluate(() => location.origin)).toBe('app://gatehouse')
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
})
