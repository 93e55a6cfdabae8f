import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import {
  partlyCancellable,
  type Sandbox,
  type SandboxOrder,
  type SandboxTicket,
  startSandbox,
} from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse
let order: SandboxOrder
let ticket: SandboxTicket
/** Has a history, a refund and a struck ticket. */
let amended: string

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 800 })
  amended = (await sandbox.orderNamed('DEMO-AMENDED')).order_reference
  const found = partlyCancellable(await sandbox.orders())
  order = found.order
  ticket = found.booking.product_type_details[0] as SandboxTicket
  gatehouse = await launchGatehouse({ env: sandbox.env })
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Goes where a link of the application would go. */
async function goTo(route: string) {
  await gatehouse.window.evaluate((hash) => {
    location.hash = hash
  }, route)
}

test('the orders grid has no serious issue, light and dark', async () => {
  await goTo('/orders')
  await expect(gatehouse.window.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(5)).toBeVisible()
  await expectAccessible(gatehouse.window)
})

test('what opens over the grid has no serious issue: the profiles, the editors of filters, the columns', async () => {
  const { window } = gatehouse
  await goTo('/orders')
  const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true })
  const look = async (role: 'menu' | 'dialog') => {
    await expectAccessible(window, `[role="${role}"]`)
    await window.keyboard.press('Escape')
    await expect(window.getByRole(role)).toHaveCount(0)
  }
  await window.getByRole('banner').getByRole('button').first().click()
  await expect(window.getByRole('menu')).toBeVisible()
  await look('menu')
  await button(/^Created /).click()
  await expect(button('Last 7 days')).toBeVisible()
  await look('dialog')
  await button('Filter').click()
  await expect(window.getByRole('menuitem', { name: 'Supplier ID' })).toBeVisible()
  await expectAccessible(window, '[role="menu"]')
  await window.getByRole('menuitem', { name: 'Supplier ID' }).click()
  await expect(window.getByRole('textbox', { name: 'Supplier ID' })).toBeVisible()
  await look('dialog')
  await button('Columns').click()
  await expect(window.getByRole('checkbox', { name: 'Guest' })).toBeVisible()
  await look('dialog')
})

for (const name of ['Overview', 'Bookings', 'Payments', 'Contacts', 'History', 'Raw']) {
  test(`the tab ${name} of the order page has no serious issue, light and dark`, async () => {
    const { window } = gatehouse
    await goTo(`/orders/${amended}`)
    await window.getByRole('tab', { name }).click()
    await expect(window.getByRole('tabpanel')).toBeVisible()
    await expectAccessible(window)
  })
}

test('the cancel dialog has no serious issue, light and dark', async () => {
  const { window } = gatehouse
  await goTo(`/orders/${order.order_reference}`)
  await window.getByRole('button', { name: 'Cancel…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: ticket.product_type_code }).check()
  await expectAccessible(window)
  await dialog.getByRole('radio', { name: 'No refund' }).check()
  await dialog.getByLabel('Reason').fill('Guest cannot come')
  await dialog.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByRole('button', { name: 'Confirm cancellation' })).toBeVisible()
  await expectAccessible(window)
  await window.keyboard.press('Escape')
  expect(await sandbox.commands()).toEqual([])
})

for (const [name, route] of [
  ['Cancellations', '/cancellations'],
  ['Operations', '/operations'],
  ['Settings', '/settings'],
] as const) {
  test(`${name} has no serious issue, light and dark`, async () => {
    await goTo(route)
    await expect(gatehouse.window.getByRole('heading', { name }).first()).toBeVisible()
    await expectAccessible(gatehouse.window)
  })
}
