import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, type SandboxOrder, startSandbox } from '../support/sandbox'

/** Amending bookings of an order (rules 154, 155, 156). */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 700 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
})

test.afterAll(async () => {
  expect(await sandbox.violations()).toEqual([])
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const dialog = () => page.getByRole('dialog')
const button = (name: string) => dialog().getByRole('button', { name })
const day = () => dialog().getByRole('textbox', { name: 'Date', exact: true })
const newest = async (order: string) => (await sandbox.versions(order)).at(-1)

async function beginAmending(name: string): Promise<SandboxOrder> {
  const order = await sandbox.orderNamed(name)
  await page.evaluate((to) => {
    location.hash = `#/orders/${to}`
  }, order.order_reference)
  await expect(page.getByRole('heading', { level: 1, name: order.order_reference })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(dialog().getByLabel('External reference')).toHaveValue(name)
  return order
}

/** The day so many days after one that a date input shows. */
const daysAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

test('day, slot, tickets and mail: shown before with what it costs, sent once, as it came back', async () => {
  const { order_reference: order } = await beginAmending('DEMO-EVERYTHING')
  const before = await newest(order)

  await test.step('a new day needs one of its slots', async () => {
    await expect(dialog().getByText('booked now')).toBeVisible()
    await page.screenshot({ path: 'test-results/amend-booking.png' })
    await expectAccessible(page, '[role="dialog"]')
    await day().fill(daysAfter(await day().inputValue(), 6))
    await expect(dialog().getByText('booked now')).toBeHidden()
    await button('Review').click()
    await expect(dialog().getByText('Choose a time slot of the new day.').first()).toBeVisible()
    expect(await sandbox.commands(order)).toEqual([])
    await dialog().getByRole('radio', { disabled: false }).nth(1).check()
  })

  await test.step('numbers are held against what is left: none is a cancellation', async () => {
    const adults = dialog().getByRole('textbox', { name: 'Adult' })
    await adults.fill('0')
    await expect(dialog().getByText('No ticket would be left. That is a cancellation.')).toBeVisible()
    await adults.fill('9999')
    await expect(dialog().getByText('The time slot has not that many places.')).toBeVisible()
    await adults.fill('3')
    await expect(dialog().getByText('The time slot has not that many places.')).toBeHidden()
  })

  await test.step('the review says what changes and what it costs; tickets are mailed only when chosen', async () => {
    await button('Review').click()
    await expect(dialog().getByRole('heading', { name: '3 changes' })).toBeVisible()
    await expect(dialog().getByText(/cancelled and booked anew/)).toBeVisible()
    await expect(dialog().getByText(/with the amendment \(\+€/)).toBeVisible()
    await dialog()
      .getByRole('checkbox', { name: /E-mail the tickets again/ })
      .check()
    await expectAccessible(page, '[role="dialog"]')
    await page.screenshot({ path: 'test-results/amend-booking-review.png' })
    await expect(button('Confirm amendment')).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByText(/came back as it was sent/)).toBeVisible()
    await page.screenshot({ path: 'test-results/amend-booking-done.png' })
  })

  await test.step('the server did it once, and mailed once', async () => {
    const sent = (await sandbox.commands(order)).filter(({ committed }) => committed !== undefined)
    expect(sent).toHaveLength(1)
    expect(await sandbox.mails(order)).toHaveLength(1)
    const after = await newest(order)
    const standing = after?.order_bookings[0]?.product_type_details.filter(
      ({ product_type_status }) => product_type_status !== 'CANCELLED',
    )
    expect(standing).toHaveLength(3)
    expect(after?.order_pricing.price_total).not.toBe(before?.order_pricing.price_total)
    expect(after?.order_contacts).toEqual(before?.order_contacts)
  })
  await page.keyboard.press('Escape')
})
