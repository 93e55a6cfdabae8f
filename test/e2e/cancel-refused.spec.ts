import { expect, type Page, test } from '@playwright/test'
import { type Answer, cancel, cancellableTickets, firstProfile } from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'
import { settingsPage } from '../support/settings-page'

/**
 * Where nothing may be cancelled: an order that cannot be read, and a profile that was made for reading, in which what
 * changes something is not there, and main refuses it all the same.
 */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
type Ticket = Awaited<ReturnType<typeof cancellableTickets>>[number][0]
let ticket: Ticket

const button = () => page.getByRole('button', { name: 'Cancel…' })
const dialog = () => page.getByRole('dialog')

async function openOrder() {
  await page.evaluate((reference) => {
    location.hash = `#/orders/${reference}`
  }, ticket.reference)
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
}

test.beforeAll(async () => {
  sandbox = await startSandbox()
  const [pair] = await cancellableTickets(sandbox, 1)
  ticket = (pair as readonly [Ticket, Ticket])[0]
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** The palette's offers for a text. */
async function offers(text: string): Promise<readonly string[]> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill(text)
  await expect(page.getByRole('option').first()).toBeVisible()
  const found = await page.getByRole('option').allInnerTexts()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox')).toBeHidden()
  return found
}

test('before, the order can be cancelled by a button, a key and the palette', async () => {
  await openOrder()
  await expect(button()).toBeEnabled()
  expect((await offers('cancel')).join('\n')).toContain('Cancel')
  await page.keyboard.press('c')
  await expect(dialog()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeHidden()
})

test('an order with a list of the wrong type is shown, but nothing of it can be chosen to be cancelled', async () => {
  const order = await sandbox.orderNamed('DEMO-SPLIT')
  const [booking, ...others] = order.order_bookings
  const broken = { ...order, order_bookings: [{ ...booking, product_type_details: 'three' }, ...others] }
  const body = { api_version: '3.8', data: { kind: 'order', order: broken } }
  await sandbox.fault({ kind: 'body', path: `/orders/${order.order_reference}`, body, count: 0 })
  await page.evaluate((reference) => {
    location.hash = `#/orders/${reference}`
  }, order.order_reference)
  await page.getByRole('button', { name: 'Read the order again' }).click()
  await button().click()
  await expect(dialog().getByRole('alert')).toContainText('cannot be read')
  await expect(dialog().getByRole('alert')).toContainText('product_type_details')
  await expect(dialog().getByRole('checkbox')).toHaveCount(0)
  await expect(dialog().getByRole('button', { name: 'Review' })).toHaveCount(0)
  await expect(dialog().getByRole('button', { name: 'Close' }).last()).toBeFocused()
  await page.keyboard.press('Escape')
  await sandbox.clearFaults()
  expect(await sandbox.commands(order.order_reference)).toEqual([])
})

test('once it is read-only there is no button, and key and palette do nothing', async () => {
  const settings = settingsPage(page)
  await settings.open()
  await settings.edit('Sandbox')
  await settings.readOnly.setChecked(true)
  await settings.save()
  await expect(settings.profile('Sandbox')).toContainText('Read only')
  await openOrder()
  await expect(page.getByRole('button', { name: 'Vouchers' })).toBeVisible()
  await expect(button()).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(dialog()).toHaveCount(0)
  expect((await offers('cancel')).filter((offer) => /^Cancel/.test(offer))).toEqual([])
  await page.keyboard.press('t')
  await expect(dialog()).toHaveCount(0)
  await page.keyboard.press('v')
  await expect(dialog()).toBeVisible()
  await expect(dialog().getByRole('button', { name: 'Send tickets again…' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
})

test('main refuses a cancellation over the bridge; nothing arrives at the server, nothing is kept', async () => {
  const profile = await firstProfile(page)
  const before = await sandbox.versions(ticket.reference)
  const answer: Answer<unknown> = await cancel(page, sandbox, profile, ticket)
  expect(answer).toMatchObject({ ok: false, error: { code: 'READ_ONLY' } })
  expect(await sandbox.commands()).toEqual([])
  expect(await sandbox.versions(ticket.reference)).toEqual(before)
  await page.getByRole('link', { name: 'Operations' }).click()
  await expect(page.getByRole('heading', { name: 'Operations', exact: true })).toBeVisible()
  await expect(page.getByText(ticket.reference)).toHaveCount(0)
})
