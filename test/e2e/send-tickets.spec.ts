import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'
import type { Sandbox, SandboxOrder } from '../support/sandbox'

/** Having the tickets of an order mailed again (rules 153, 187, 193). */

let journey: Journey
let sandbox: Sandbox
let page: Page

test.beforeAll(async () => {
  journey = await beginJourney()
  ;({ sandbox, page } = journey)
})
test.afterAll(() => journey.end())

test.afterEach(async () => {
  await sandbox.clearFaults()
  expect(await sandbox.violations()).toEqual([])
})

const dialog = () => page.getByRole('dialog')
const sendAgain = () => dialog().getByRole('button', { name: 'Send tickets again…' })
const confirm = () => dialog().getByRole('button', { name: 'Send tickets', exact: true })
const close = async () => {
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeHidden()
  // The same key closes an order, but not below a dialog.
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
}

async function openOrder(externalReference: string): Promise<SandboxOrder> {
  const order = await sandbox.orderNamed(externalReference)
  await page.evaluate((reference) => {
    location.hash = `#/orders/${reference}`
  }, order.order_reference)
  await expect(page.getByRole('heading', { level: 1, name: order.order_reference })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  return order
}

/** Opens the dialog the long way: by the vouchers. */
async function beginSending(externalReference: string): Promise<SandboxOrder> {
  const order = await openOrder(externalReference)
  await page.getByRole('button', { name: 'Vouchers' }).click()
  await sendAgain().click()
  await expect(confirm()).toBeEnabled()
  return order
}

const bookerOf = ({ order_contacts = [] }: SandboxOrder) =>
  order_contacts.find(({ contact_type }) => contact_type === 'BOOKER')?.contact_email ?? ''

/** What a save changes by itself: the version, and who saved when. */
function lasting(order: SandboxOrder | undefined): object {
  const { order_version, order_status, order_options, ...rest } = { order_options: undefined, ...order }
  const own = /^order_(modified|event_details)/
  // Null and missing are alike (rule 47).
  return Object.fromEntries(Object.entries(rest).filter(([name, value]) => !own.test(name) && value !== null))
}

test('the dialog says to whom the mail goes and what else happens, and nothing is sent by looking', async () => {
  const { order_reference, ...order } = await beginSending('DEMO-COMBI')
  await expect(dialog()).toContainText(bookerOf({ order_reference, ...order }))
  await expect(dialog()).toContainText('the order is saved as it is')
  await confirm().focus()
  await page.keyboard.press('Enter')
  await expect(confirm()).toBeEnabled()
  await expectAccessible(page, '[role="dialog"]')
  await page.screenshot({ path: 'test-results/send-tickets-confirm.png' })
  await close()
  expect(await sandbox.commands(order_reference)).toEqual([])
  expect(await sandbox.mails(order_reference)).toEqual([])
})

test('one request sends one mail to the booker; the order is otherwise as it was, unknown fields included', async () => {
  const order = await beginSending('DEMO-UNKNOWN-FIELDS')
  const reference = order.order_reference
  const before = (await sandbox.versions(reference)).at(-1)
  await confirm().click()
  await expect(dialog().getByText(`the tickets go to ${bookerOf(order)}`)).toBeVisible()
  await page.screenshot({ path: 'test-results/send-tickets-done.png' })
  const after = (await sandbox.versions(reference)).at(-1)
  expect(lasting(after)).toEqual(lasting(before))
  expect(after?.order_version).toBe((before?.order_version ?? 0) + 1)
  expect(await sandbox.mails(reference)).toMatchObject([{ kind: 'TICKETS', to: bookerOf(order) }])
  expect(await sandbox.commands(reference)).toMatchObject([{ method: 'PUT', status: 200 }])
})

test('its result leads to the operation, which says what was asked for and what came of it', async () => {
  const recipient = bookerOf(await sandbox.orderNamed('DEMO-UNKNOWN-FIELDS'))
  await dialog().getByRole('link', { name: 'Open the operation' }).click()
  const detail = page.getByRole('region', { name: /^Operation / })
  await expect(detail.getByRole('heading', { name: 'Ticket e-mail' })).toBeVisible()
  await expect(detail.getByText('Carried out. The server confirmed it.')).toBeVisible()
  await expect(detail.getByText(`Tickets to ${recipient}`)).toBeVisible()
  const row = page.getByRole('grid', { name: 'Operations' }).getByRole('row').filter({ hasText: recipient })
  await expect(row).toContainText('E-mail sent')
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/send-tickets-operation.png' })
})

test('a fault after the mail went ends with a person, and the mail is never sent twice', async () => {
  await sandbox.fault({ kind: 'status', method: 'PUT', status: 502, after: true })
  const { order_reference: reference } = await beginSending('DEMO-JPY')
  await confirm().click()
  await expect(dialog().getByText(/We could not find out whether the tickets were sent/)).toBeVisible()
  await expect(dialog().getByText('Needs review')).toBeVisible()
  await page.screenshot({ path: 'test-results/send-tickets-review.png' })
  await close()

  await page.keyboard.press('t')
  await confirm().click()
  await expect(dialog().getByRole('alert').first()).toContainText('Nothing was sent again')
  await expect(dialog().getByText('Needs review')).toBeVisible()
  await dialog().getByRole('link', { name: 'Open the operation' }).click()
  const detail = page.getByRole('region', { name: /^Operation / })
  await expect(detail.getByText(/a hint, not a proof/)).toBeVisible()
  await detail.getByRole('button', { name: 'Look up now' }).click()
  await expect(detail.getByText('1 look-up made')).toBeVisible()

  expect(await sandbox.mails(reference)).toHaveLength(1)
  expect(await sandbox.commands(reference)).toHaveLength(1)
})

test('a refusal says so, sends nothing, and may be tried again', async () => {
  await sandbox.fault({ kind: 'status', method: 'PUT', status: 422 })
  const { order_reference: reference } = await beginSending('DEMO-BHD')
  await confirm().click()
  await expect(dialog().getByText('The tickets were not sent. Nothing changed at the server.')).toBeVisible()
  expect(await sandbox.mails(reference)).toEqual([])
  await close()
  await page.keyboard.press('t')
  await confirm().click()
  await expect(dialog().getByText(/the tickets go to/)).toBeVisible()
  expect(await sandbox.mails(reference)).toHaveLength(1)
  await close()
})

test('an order that somebody changed in the meantime is not overwritten', async () => {
  const { order_reference: reference } = await beginSending('DEMO-KWD')
  await sandbox.touch(reference)
  await confirm().click()
  await expect(dialog().getByRole('alert')).toContainText('The order has changed meanwhile')
  expect(await sandbox.commands(reference)).toEqual([])
  await dialog().getByRole('button', { name: 'Read the order again' }).click()
  await expect(confirm()).toBeEnabled()
  await close()
})

test('the palette offers it for the order on screen', async () => {
  await openOrder('DEMO-DKK')
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByRole('combobox').fill('send tickets')
  await page.keyboard.press('Enter')
  await expect(confirm()).toBeEnabled()
  await close()
})

test('a cancelled order is not offered it', async () => {
  await openOrder('DEMO-CANCELLED')
  await page.keyboard.press('t')
  await expect(dialog()).toBeHidden()
  await page.keyboard.press('v')
  await expect(dialog()).toBeVisible()
  await expect(sendAgain()).toHaveCount(0)
  await close()
})

test('where nothing is released it says why it cannot be done', async () => {
  await openOrder('DEMO-NOT-RELEASED')
  await page.keyboard.press('v')
  await sendAgain().hover()
  await expect(page.getByRole('tooltip')).toContainText('No voucher of the order is released yet')
  await sendAgain().click({ force: true })
  await expect(sendAgain()).toBeVisible()
  await close()
})
