import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'
import type { Sandbox } from '../support/sandbox'

/** Contacts that come and go with an amendment (rule 153), and a known one that is changed through itself (rule 191). */

let journey: Journey
let sandbox: Sandbox
let page: Page

test.beforeAll(async () => {
  journey = await beginJourney()
  ;({ sandbox, page } = journey)
})
test.afterAll(() => journey.end())

const dialog = () => page.getByRole('dialog')
const shot = (name: string) => page.screenshot({ path: `test-results/amend-contacts-${name}.png` })

async function openOrder(externalReference: string): Promise<string> {
  const order = await sandbox.orderNamed(externalReference)
  await page.evaluate((to) => {
    location.hash = `#/orders/${to}`
  }, order.order_reference)
  await expect(page.getByRole('heading', { level: 1, name: order.order_reference })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  return order.order_reference
}

const newest = async (order: string) => (await sandbox.versions(order)).at(-1)

test('a contact is removed and another added: the review names both, and the server has it so', async () => {
  const order = await openOrder('DEMO-EVERYTHING')
  const before = await newest(order)
  const [booker] = before?.order_contacts ?? []
  const name = `${booker?.contact_name_first}.*${booker?.contact_name_last}`
  await page.keyboard.press('e')
  const contacts = dialog().getByRole('group', { name: /^Contact/ })
  await expect(contacts).toHaveCount(1)

  await test.step('the only address cannot be taken off', async () => {
    await contacts.getByRole('button', { name: /^Remove/ }).click()
    await expect(dialog().getByRole('alert')).toHaveText(/At least one contact needs an e-mail address/)
    await dialog().getByRole('button', { name: 'Review' }).click()
    await expect(dialog().getByRole('button', { name: 'Confirm amendment' })).toHaveCount(0)
  })

  await test.step('one that is added is complete before it is reviewed', async () => {
    await dialog().getByRole('button', { name: 'Add a contact' }).click()
    const added = dialog().getByRole('group', { name: 'New contact' })
    await expect(added.getByRole('combobox', { name: 'Role' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await added.getByLabel('Last name').fill('van der Berg')
    await added.getByLabel('E-mail', { exact: true }).fill('dana@example.com')
    await dialog().getByRole('button', { name: 'Add a custom field' }).click()
    const field = dialog().getByRole('group', { name: 'New custom field' })
    await field.getByLabel('Value').fill('Hotel Amstel')
    await expectAccessible(page, '[role="dialog"]')
    await shot('form')
    await contacts.first().scrollIntoViewIfNeeded()
    await shot('form-top')
    await page.emulateMedia({ colorScheme: 'dark' })
    await shot('form-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await dialog().getByRole('button', { name: 'Review' }).click()
    await expect(field.getByLabel('Name')).toBeFocused()
    await field.getByLabel('Name').fill('Pickup')
  })

  await test.step('the review says who goes and who comes', async () => {
    await dialog().getByRole('button', { name: 'Review' }).click()
    await expect(dialog().getByText(new RegExp(`Contact.*${name}.*removed`))).toBeVisible()
    await expect(
      dialog()
        .getByText(/Contact.*van der Berg.*added/)
        .first(),
    ).toBeVisible()
    await expectAccessible(page, '[role="dialog"]')
    await shot('review')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByText(/came back as it was sent/)).toBeVisible()
  })

  const after = await newest(order)
  expect(after?.order_contacts).toMatchObject([
    { contact_type: 'BOOKER', contact_name_last: 'van der Berg', contact_email: 'dana@example.com' },
  ])
  expect(after?.order_custom_fields).toEqual([
    ...(before?.order_custom_fields ?? []),
    { custom_field_name: 'Pickup', custom_field_value: 'Hotel Amstel' },
  ])
  expect(after?.order_bookings).toEqual(before?.order_bookings)
  expect(await sandbox.commands(order)).toMatchObject([{ method: 'PUT', status: 200 }])
})

test('a known contact is changed through itself, from where Amend locks it, and the order has it (rule 191)', async () => {
  const order = await openOrder('DEMO-KWD')
  const [before] = (await newest(order))?.order_contacts ?? []
  await page.keyboard.press('e')
  const locked = dialog()
    .getByRole('group', { name: /^Contact/ })
    .first()
  await locked.getByRole('button', { name: 'Change the contact…' }).click()
  const begin = dialog().getByLabel('First name')
  await expect(begin).toBeFocused()
  const email = dialog().getByLabel('E-mail', { exact: true })
  await expect(email).toHaveValue(String(before?.contact_email))
  await email.fill('amara.new@example.com')
  await expectAccessible(page, '[role="dialog"]')
  await shot('known-form')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByRole('heading', { name: '1 change of the contact' })).toBeVisible()
  await expect(dialog()).toContainText('orders to come have it too')
  await expectAccessible(page, '[role="dialog"]')
  await shot('known-review')
  await dialog().getByRole('button', { name: 'Back' }).click()
  await expect(begin).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
  // It was the order that somebody else changed, and not the contact.
  await sandbox.touch(order)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByRole('alert')).toContainText('The order was changed by somebody else meanwhile')
  expect(await sandbox.commands(order)).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByText(/came back as it was sent, as version 2/)).toBeVisible()
  await shot('known-done')
  const after = await newest(order)
  expect(after?.order_contacts?.[0]).toMatchObject({
    ...before,
    contact_email: 'amara.new@example.com',
    contact_version: 2,
    contact_modified: expect.any(String),
  })
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Contacts' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('amara.new@example.com')
  await expect(page.getByRole('button', { name: /^Change contact/ }).first()).toBeVisible()
  await shot('known-tab')
})
