import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'
import type { Sandbox } from '../support/sandbox'

/** Every field of a contact is shown and kept, and the list asks for the accounts that it is narrowed by (rules 47, 190). */

let journey: Journey
let sandbox: Sandbox
let page: Page

test.beforeAll(async () => {
  journey = await beginJourney({ orders: 400 })
  ;({ sandbox, page } = journey)
})
test.afterAll(() => journey.end())

const dialog = () => page.getByRole('dialog')
/** A field as the page of the contact shows it. */
const fact = (label: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=..')
    .getByRole('definition')

test('company and custom fields are shown, and changing them changes nothing else of the contact at the server', async () => {
  const order = await sandbox.orderNamed('DEMO-CONTACT-EVERYTHING')
  const uid = order.order_contacts?.[0]?.contact_uid ?? ''
  const before = await sandbox.contact(uid)
  // What nobody told us of, and what is no text, is among what must stay.
  expect(before).toMatchObject({ contact_age: 19, contact_membership: { tier: 'Gold' } })

  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/contacts/${uid}`)
  await expect(fact('Company')).toHaveText('Vandermolen Zeilmakerij')
  await expect(fact('Registration number')).toHaveText('61234987')
  await expect(fact('Tax number')).toHaveText('NL001234987B77')
  await expect(fact('Dietary needs')).toHaveText('Nut allergy (Elske)')
  await expect(fact('CRM key')).toHaveText('elske-vandermolen-77')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Change…' }).click()
  await dialog().getByText('More fields').click()
  await expect(dialog().getByLabel('CRM key')).toHaveValue('elske-vandermolen-77')
  await dialog().getByLabel('Dietary needs').fill('Nut and sesame allergy')
  await dialog().getByLabel('Tax number').fill('NL001234987B78')
  await dialog().getByLabel('Registration number').fill('')
  await expectAccessible(page, '[role="dialog"]')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByRole('heading', { name: '3 changes of the contact' })).toBeVisible()
  await expect(dialog()).toContainText('was NL001234987B77→now NL001234987B78')
  await expect(dialog()).toContainText('⁨Dietary needs⁩Valuewas Nut allergy (Elske)→now Nut and sesame allergy')
  await expectAccessible(page, '[role="dialog"]')
  expect(await sandbox.contact(uid)).toEqual(before)

  // Somebody else changes the same custom field: it is told by its name, and the person stays with their own value.
  const [diet, key] = before.contact_custom_fields as object[]
  await sandbox.moveContact(uid, {
    contact_custom_fields: [{ ...diet, custom_field_value: 'Gluten' }, key],
  })
  await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  const notice = dialog().getByRole('alert')
  await expect(notice).toContainText('Nothing was sent')
  await expect(notice.getByRole('row', { name: /^Dietary needs/ })).toContainText('Gluten')
  await expectAccessible(page, '[role="dialog"]')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog()).toContainText('was Gluten→now Nut and sesame allergy')
  await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByText(/came back as it was sent, as version/)).toBeVisible()
  await page.keyboard.press('Escape')

  const after = await sandbox.contact(uid)
  const { company_registration_number: _, ...company } = before.contact_company as Record<string, string>
  expect(after).toEqual({
    ...before,
    contact_company: { ...company, company_tax_number: 'NL001234987B78' },
    contact_custom_fields: [{ ...diet, custom_field_value: 'Nut and sesame allergy' }, key],
    contact_version: before.contact_version + 2,
    contact_modified: after.contact_modified,
  })
  expect(after.contact_modified).not.toBe(before.contact_modified)
  expect(await sandbox.versions(order.order_reference)).toHaveLength(order.order_version)

  await expect(fact('Dietary needs')).toHaveText('Nut and sesame allergy')
  await expect(fact('Tax number')).toHaveText('NL001234987B78')
  await expect(fact('Registration number')).toBeHidden()
  await expect(fact('Company')).toHaveText('Vandermolen Zeilmakerij')
})

test('a value that is written from right to left begins below its label on each of its lines', async () => {
  const order = await sandbox.orderNamed('DEMO-CONTACT-ARABIC')
  const uid = order.order_contacts?.[0]?.contact_uid ?? ''
  await sandbox.moveContact(uid, { contact_birth_place: 'دبي '.repeat(14).trim() })
  await page.evaluate((hash) => {
    location.hash = hash
  }, `#/contacts/${uid}`)
  const value = fact('Place of birth')
  await expect(value).toBeVisible()
  const indents = await value.evaluate((element) => {
    const text = document.createRange()
    text.selectNodeContents(element.querySelector('bdi') ?? element)
    return [...text.getClientRects()].map(({ left }) => left - element.getBoundingClientRect().left)
  })
  expect(indents.length).toBeGreaterThan(1)
  // A space at the end of a line may hang out of it.
  for (const indent of indents) expect(Math.abs(indent)).toBeLessThan(12)
})

test('the list is narrowed by the account, and the API is asked for it by its own names', async () => {
  const account = () => page.getByRole('button', { name: /^Account/ })
  const narrow = async (ids: { reseller: string; distributor: string }) => {
    await account().click()
    await page.getByLabel('Reseller id').fill(ids.reseller)
    await page.getByLabel('Distributor id').fill(ids.distributor)
    await page.keyboard.press('Enter')
    await expect(account()).toBeFocused()
  }
  /** How the list was asked for the last time. */
  const asked = async () => {
    const reads = (await sandbox.ledger()).filter(({ path }) => path.endsWith('/contacts'))
    return Object.fromEntries(new URLSearchParams(reads.at(-1)?.query))
  }
  const paging = { items_per_page: '200', page: '1' }
  const read = page.getByText(/^200 of \d+ contacts read$/)

  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Type of contact' }).click()
  await page.getByRole('option', { name: 'Booker', exact: true }).click()
  await expect(read).toBeVisible()
  await expect.poll(asked).toEqual({ contact_type: 'BOOKER', ...paging })
  const whole = await read.innerText()

  await narrow({ reseller: '1300', distributor: '501' })
  await expect(account()).toHaveText('Account: 1300, 501')
  await expect
    .poll(asked)
    .toEqual({ contact_type: 'BOOKER', reseller_id: '1300', distributor_id: '501', ...paging })
  await expect(page.getByText(whole)).toBeVisible()

  await narrow({ reseller: '9999', distributor: '' })
  await expect(account()).toHaveText('Account: 9999')
  await expect.poll(asked).toEqual({ contact_type: 'BOOKER', reseller_id: '9999', ...paging })
  await expect(page.getByRole('heading', { name: 'No contacts of this type' })).toBeVisible()
  await expect(page.getByText(/The account that is filtered for has none of this role/)).toBeVisible()
  await expectAccessible(page)

  await narrow({ reseller: '', distributor: '502' })
  await expect.poll(asked).toEqual({ contact_type: 'BOOKER', distributor_id: '502', ...paging })
  await page.getByRole('button', { name: 'Of any account' }).click()
  await expect(page.getByText(whole)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Search in what was read' })).toBeFocused()
  await expect(account()).toHaveText('Account')
})
