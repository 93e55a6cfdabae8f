import { expect, type Page, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, type SandboxOrder, startSandbox } from '../support/sandbox'

/** The largest order the API can hold: 300 bookings. Its times are written down, not judged. */

const bookings = 300

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
let order: SandboxOrder

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 100, largeOrder: bookings })
  order = await sandbox.orderNamed('DEMO-LARGE')
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const tab = (name: string) => page.getByRole('tab', { name, exact: true })
const panel = () => page.getByRole('tabpanel')

/** Does something and notes with the test how long it took until it was to be seen. */
async function timed(what: string, action: () => Promise<void>): Promise<void> {
  const began = performance.now()
  await action()
  const description = `${what}: ${Math.round(performance.now() - began)} ms`
  test.info().annotations.push({ type: 'measured', description })
}

test('is shown by its overview, the first bookings of it at once and the rest when asked', async () => {
  expect(order.order_bookings).toHaveLength(bookings)
  await timed('overview', async () => {
    await page.evaluate((reference) => {
      location.hash = `#/orders/${reference}`
    }, order.order_reference)
    await expect(page.getByRole('heading', { level: 2, name: 'Bookings' })).toBeVisible()
  })
  const lines = panel()
    .getByRole('listitem')
    .filter({ hasText: order.order_bookings[0]?.product_title ?? '' })
  const atFirst = await lines.count()
  expect(atFirst).toBeLessThan(bookings)
  await timed('all lines', async () => {
    await panel().getByRole('button', { name: 'Show all 300' }).click()
    await expect(lines).toHaveCount(bookings)
  })
})

test('lists all its bookings, opens one or all of them and finds the last', async () => {
  await timed('bookings tab', async () => {
    await tab('Bookings').click()
    await expect(panel().getByRole('button', { expanded: false })).toHaveCount(bookings)
  })
  await timed('expand all', async () => {
    await panel().getByRole('button', { name: 'Expand all' }).click()
    await expect(panel().getByRole('button', { expanded: true })).toHaveCount(bookings)
  })
  const drawn = () => panel().getByRole('list', { name: 'Tickets' }).count()
  await expect.poll(drawn).toBeGreaterThan(0)
  // Only what is in sight costs anything.
  expect(await drawn()).toBeLessThan(bookings / 4)
  await panel().getByRole('button', { name: 'Collapse all' }).click()
  const last = order.order_bookings.at(-1)?.booking_reference ?? ''
  await timed('find', async () => {
    await panel().getByRole('textbox', { name: 'Find in the bookings' }).fill(last)
    await expect(panel().getByText(`1 of ${bookings} bookings`)).toBeVisible()
  })
  await panel().getByRole('button', { expanded: false }).click()
  await expect(panel().getByText(last, { exact: true }).first()).toBeVisible()
})

test('goes from tab to tab', async () => {
  await panel().getByRole('textbox', { name: 'Find in the bookings' }).fill('')
  for (const name of ['Overview', 'Bookings', 'Payments', 'Contacts', 'History', 'Raw', 'Bookings']) {
    await timed(`to ${name}`, async () => {
      await tab(name).click()
      await expect(panel()).not.toBeEmpty()
    })
  }
  await expect(panel().getByRole('button', { expanded: false })).toHaveCount(bookings)
})

test('has one part of it chosen for a cancellation, and only that', async () => {
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog')
  const code = order.order_bookings.at(-1)?.product_type_details[0]?.product_type_code ?? ''
  await timed('choose the last ticket', () => dialog.getByRole('checkbox', { name: code }).check())
  await expect(dialog.getByRole('checkbox', { checked: true })).not.toHaveCount(0)
  await timed('from a tick of the whole order to its effect', async () => {
    await dialog.getByRole('checkbox', { name: 'Whole order' }).check()
    await expect(dialog.getByText(/^[\d,.]+ tickets are cancelled\.$/)).toBeVisible()
  })
  await dialog.getByRole('checkbox', { name: 'Whole order' }).uncheck()
  const keys = 'Guest cannot come'
  await timed(`${keys.length} keys of the reason`, async () => {
    await dialog.getByLabel('Reason').pressSequentially(keys)
    await expect(dialog.getByLabel('Reason')).toHaveValue(keys)
  })
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(dialog).toBeHidden()
  expect(await sandbox.commands()).toEqual([])
})
