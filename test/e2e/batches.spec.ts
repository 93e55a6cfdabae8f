import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, type SandboxOrder, startSandbox } from '../support/sandbox'

/** A list of references becomes a batch: looked up, previewed, confirmed, run, and what failed tried again. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
let orders: readonly SandboxOrder[]

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 1_000 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  orders = (await sandbox.orders(6)).filter(isPlain).slice(0, 18)
  expect(orders).toHaveLength(18)
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** It can be cancelled as a whole, and nobody else has to agree. */
const isPlain = ({ order_status, order_external_reference, order_bookings }: SandboxOrder) =>
  order_status === 'ORDER_CONFIRMED' &&
  !order_external_reference?.startsWith('DEMO') &&
  order_bookings.every(
    (booking) =>
      booking.product_cancellation_allowed &&
      !booking.booking_supplier_reference &&
      !booking.product_combi_details?.length &&
      booking.product_type_details.every(
        ({ product_type_redemption_status }) => product_type_redemption_status === 'PENDING',
      ),
  )

const button = (name: string | RegExp) => page.getByRole('button', { name })
/** The radio itself is out of sight; its label is what a person presses. */
const filter = (name: RegExp) => page.locator('label').filter({ hasText: name })
const main = () => page.getByRole('main')

/** The window as a person sees it, for the eye. */
async function shoot(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: `test-results/batch-${name}-${colorScheme}.png` })
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

async function answerSaveDialog(filePath: string): Promise<void> {
  await gatehouse.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}

test('orders selected in the grid are previewed, and one of them is left out', async () => {
  await page.getByRole('link', { name: 'Orders', exact: true }).click()
  const boxes = page.getByRole('grid', { name: 'Orders' }).getByRole('checkbox')
  for (const at of [1, 2, 3]) await boxes.nth(at).click()
  await shoot('selection')
  await button('Amend a field…').click()
  await expect(main().getByText('3 lines can be worked on')).toBeVisible()
  await page.getByRole('combobox', { name: 'What to change' }).click()
  await page.getByRole('option', { name: 'Add a note' }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('The quay moved')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(button(/^Amend 3 orders/)).toBeVisible()
  await page.getByRole('grid').getByRole('checkbox').nth(1).click()
  await button('Leave 1 line out').click()
  await expect(button(/^Amend 2 orders/)).toBeEnabled()
  await shoot('left-out')
  expect(await sandbox.commands()).toEqual([])
})

test('15 orders of a pasted list are cancelled by typing how many they are, paused, resumed, and the one that failed tried again', async () => {
  test.setTimeout(90_000)
  const fifteen = orders.slice(0, 15).map(({ order_reference }) => order_reference)
  const [refused = '', ...others] = fifteen
  await sandbox.fault({ kind: 'status', method: 'DELETE', path: `/orders/${refused}`, status: 422 })
  await sandbox.fault({ kind: 'delay', method: 'DELETE', path: '/orders/*', count: 0, delayMs: 700 })

  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type('work through')
  await page.keyboard.press('Enter')
  await page.getByLabel('Cancel', { exact: true }).check()
  const list = [
    'Order reference;Guest',
    ...[...fifteen, refused, 'NOT-AN-ORDER-1'].map((one) => `"${one}";x`),
  ]
  await page.getByRole('textbox', { name: 'References' }).fill(list.join('\r\n'))
  await expect(main().getByText('17 references', { exact: true })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Column of the references' })).toHaveValue(
    'Order reference',
  )
  await expectAccessible(page)
  await shoot('list')
  await button('Look up 17 references').click()

  await expect(main().getByText('15 lines can be worked on')).toBeVisible({ timeout: 20_000 })
  await filter(/^Not found/).click()
  await expect(main().getByText('Nothing has this reference')).toBeVisible()
  await filter(/^Doubled/).click()
  await expect(main().getByText('Same as line 1')).toBeVisible()
  await filter(/^All/).click()
  await shoot('found')
  expect(await sandbox.commands()).toEqual([])

  await page.getByLabel('Yes, give the money back').check()
  await page.getByLabel('Reason').fill('The quay is closed')
  await page.keyboard.press('ControlOrMeta+Enter')
  const act = button(/^Cancel 15 orders/)
  await expect(act).toBeDisabled()
  await expect(main().getByText('2 lines are left out.')).toBeVisible()
  await page.getByLabel('Type 15 to confirm').fill('14')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(act).toBeDisabled()
  await expectAccessible(page)
  await shoot('preview')
  await page.getByLabel('Type 15 to confirm').fill('15')
  await act.focus()
  await page.keyboard.press('Enter')
  await page.waitForTimeout(300)
  expect(await sandbox.commands()).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')

  await button('Pause').click()
  await expect(main().getByText('Paused by hand.')).toBeVisible()
  await page.reload()
  await expect(main().getByText('Paused by hand.')).toBeVisible()
  await shoot('paused')
  await button('Resume').click()
  await expect(page.getByRole('link', { name: /^Batch \d+ %/ })).toBeVisible()
  await shoot('running')
  await expect(main().getByText('Finished', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(main().getByText('14 done')).toBeVisible()
  await expect(main().getByText('1 failed', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await shoot('finished')
  const cancelled = (await sandbox.commands()).flatMap(({ committed }) => committed?.reference ?? [])
  expect(cancelled.toSorted()).toEqual(others.toSorted())

  const file = join(gatehouse.userData, 'batch.csv')
  await answerSaveDialog(file)
  await button('Export…').click()
  await expect(page.getByText('Saved as batch.csv')).toBeVisible()
  const csv = await readFile(file, 'utf8')
  for (const reference of fifteen) expect(csv).toContain(reference)
  expect(csv).toContain('NOT-AN-ORDER-1')

  await sandbox.clearFaults()
  await button('Try 1 failed line again…').click()
  await expect(button(/^Cancel 1 order/)).toBeEnabled({ timeout: 15_000 })
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(main().getByText('1 done')).toBeVisible({ timeout: 15_000 })
  expect((await sandbox.versions(refused)).at(-1)?.order_status).toBe('ORDER_CANCELLED')
  const once = (await sandbox.commands()).flatMap(({ committed }) => committed?.reference ?? [])
  expect(once.toSorted()).toEqual(fifteen.toSorted())

  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Batches' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Cancellation of 17 lines' })).toBeVisible()
  await shoot('batches')
  expect(await sandbox.violations()).toEqual([])
})
