import { expect, type Page, test } from '@playwright/test'
import { type CancelDialog, openCancelDialog } from '../support/cancel-dialog'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, type SandboxOrder, startSandbox } from '../support/sandbox'

/** Cancelling orders that are special: in parts, in money, in who supplies them. */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  // As many as it takes to have all those that are named.
  sandbox = await startSandbox({ orders: 3_000 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
})
test.afterEach(() => page.keyboard.press('Escape'))
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Ends the application and starts it in the same folder. */
async function restart(env: Readonly<Record<string, string>>, meanwhile = async () => {}): Promise<void> {
  const { userData } = gatehouse
  await gatehouse.close()
  await meanwhile()
  gatehouse = await launchGatehouse({ userData, env: { ...sandbox.env, ...env } })
  page = gatehouse.window
}

/** Chooses the whole order with its refund, and goes to the review. */
async function reviewWhole(order: SandboxOrder): Promise<CancelDialog> {
  const dialog = await openCancelDialog(page, order)
  await dialog.root.getByRole('checkbox', { name: 'Whole order' }).check()
  await refundAndReview(dialog)
  return dialog
}

async function refundAndReview(dialog: CancelDialog, reason = 'Guest cannot come'): Promise<void> {
  await dialog.root.getByRole('radio', { name: 'Yes, give the money back' }).check()
  await dialog.root.getByLabel('Reason').fill(reason)
  await dialog.review.click()
}

test('an order that cannot go as a whole is split into what can', async () => {
  const order = await sandbox.orderNamed('DEMO-MIXED')
  const [free, fixed] = order.order_bookings
  if (!free || !fixed) throw new Error('not a mixed order')
  const dialog = await openCancelDialog(page, order)
  await expect(dialog.root.getByRole('checkbox', { name: 'Whole order' })).toBeDisabled()
  const why = dialog.root.getByText(`${fixed.booking_reference} · cannot be cancelled by its terms`).first()
  await expect(why).toBeVisible()
  const count = free.product_type_details.length
  await dialog.root.getByRole('button', { name: `Choose the ${count} tickets that can be cancelled` }).click()
  await refundAndReview(dialog)
  await expect(dialog.root.getByText(/tickets? of the order stays? as/)).toBeVisible()
  await dialog.confirm.click()
  await expect(dialog.heading('Done')).toBeVisible()
  const now = (await sandbox.versions(order.order_reference)).at(-1)
  expect(now?.order_bookings.map(({ booking_status }) => booking_status)).toEqual([
    'BOOKING_CANCELLED',
    fixed.booking_status,
  ])

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Cancellations', exact: true }).click()
  const rows = page
    .getByRole('grid', { name: 'Cancellations' })
    .getByRole('row')
    .filter({ hasText: order.order_reference })
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`Booking${free.product_title} · ${free.booking_reference}€`)
  await rows.getByText('Booking', { exact: true }).dblclick()
  await expect(page).toHaveURL(/#\/operations\/./)
})

for (const name of ['DEMO-JPY', 'DEMO-BHD', 'DEMO-ZERO', 'DEMO-SPLIT-CURRENCIES']) {
  test(`${name} is cancelled as forecast, to the last minor unit`, async () => {
    const order = await sandbox.orderNamed(name)
    const dialog = await reviewWhole(order)
    await dialog.confirm.click()
    await expect(dialog.root.getByText(/^As forecast\./)).toBeVisible()
    expect(await sandbox.commands(order.order_reference)).toHaveLength(1)
  })
}

test('a slow supplier is followed to the end, also over a restart @long', async () => {
  const order = await sandbox.orderNamed('DEMO-SUPPLIER-LATER')
  await restart({ GATEHOUSE_TIME_SCALE: '20' })
  const dialog = await reviewWhole(order)
  await dialog.confirm.click()
  await expect(dialog.heading('Waiting')).toBeVisible()
  await expect(dialog.root.getByText('The supplier is still working on it.')).toBeVisible()
  const status = async () =>
    (await sandbox.versions(order.order_reference)).at(-1)?.order_bookings[0]?.booking_status
  expect(await status()).toBe('BOOKING_PROCESSING_CANCELLATION')

  await restart({ GATEHOUSE_TIME_SCALE: '20' }, () => sandbox.settle())
  expect(await status()).toBe('BOOKING_CANCELLED')
  await page.getByRole('link', { name: 'Operations' }).click()
  const row = page
    .getByRole('grid', { name: 'Operations' })
    .getByRole('row')
    .filter({ hasText: order.order_reference })
  await expect(row).toContainText('Done', { timeout: 30_000 })
  expect(await sandbox.commands(order.order_reference)).toHaveLength(1)
})

test('a supplier that refuses is overridden only behind a warning, in the built-in sandbox (rule 165)', async () => {
  const own = await openCancelDialog(page, await sandbox.orderNamed('DEMO-SPLIT'))
  await expect(own.root.getByRole('switch', { name: /^Cancel here even though/ })).toHaveCount(0)
  await page.keyboard.press('Escape')

  const order = await sandbox.orderNamed('DEMO-SUPPLIER-REFUSES')
  const dialog = await openCancelDialog(page, order)
  const warning = /ticket may stay valid/
  const override = dialog.root.getByRole('switch', { name: /^Cancel here even though/ })
  await expect(override).not.toBeChecked()
  await expect(dialog.root.getByText(warning)).toHaveCount(0)
  await override.check()
  await expect(dialog.root.getByText(warning)).toBeVisible()
  await dialog.root.getByRole('checkbox', { name: 'Whole order' }).check()
  await refundAndReview(dialog, 'Agreed with the supplier')
  await expect(dialog.root.getByText(warning)).toBeVisible()
  await dialog.confirm.click()
  await expect(dialog.heading('Done')).toBeVisible()
  const [command] = await sandbox.commands(order.order_reference)
  expect(new URLSearchParams(command?.query).get('force_cancellation')).toBe('true')
  expect((await sandbox.versions(order.order_reference)).at(-1)?.order_status).toBe('ORDER_CANCELLED')
})
