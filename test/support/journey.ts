import { expect, type Page } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from './launch'
import { type Sandbox, startSandbox } from './sandbox'

/** A sandbox of one's own and the application on it, with the list of orders in sight. */
export interface Journey {
  readonly sandbox: Sandbox
  readonly gatehouse: Gatehouse
  readonly page: Page
  /** Ends both and removes what they left; the server must not have broken its own description. */
  end(): Promise<void>
}

/**
 * @param options of the sandbox
 * @param env of the application, beside what leads it to the sandbox
 */
export async function beginJourney(
  options: { orders?: number; stockItems?: number } = { orders: 700 },
  env: Readonly<Record<string, string>> = {},
): Promise<Journey> {
  const sandbox = await startSandbox(options)
  const gatehouse = await launchGatehouse({ env: { ...sandbox.env, ...env } })
  const page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
  // A start that is still busy may hear of the second key of a sequence too late.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  return {
    ...{ sandbox, gatehouse, page },
    end: async () => {
      await gatehouse.close()
      await removeUserData(gatehouse.userData)
      expect(await sandbox.violations()).toEqual([])
      await sandbox.stop()
    },
  }
}
