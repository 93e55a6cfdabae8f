import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'
import type { Sandbox } from '../support/sandbox'

/** Contacts of the contacts module, in one journey with the keyboard (rules 35, 55, 189 to 191). */

let journey: Journey
let sandbox: Sandbox
let page: Page

test.beforeAll(async () => {
  journey = await beginJourney()
  ;({ sandbox, page } = journey)
})
test.afterAll(() => journey.end())

const dialog = () => page.getByRole('dialog')
/** Two contacts of one person under two addresses, and the order of each. */
async function twins() {
  const orders = await Promise.all([1, 2].map((one) => sandbox.orderNamed(`DEMO-CONTACT-TWIN-${one}`)))
  const [kept, other] = orders.map(({ order_reference, order_contacts }) => ({
    order: order_reference,
    uid: order_contacts?.[0]?.contact_uid ?? '',
  }))
  if (!kept || !other) throw new Error('there are no twins')
  return [kept, other] as const
}
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('a contact is found, changed where somebody else changed it too, and brought to its past orders', async () => {
  const order = await sandbox.orderNamed('DEMO-CONTACT-REVISED')
  const [booker] = order.order_contacts ?? []
  const name = booker?.contact_name_last ?? ''
  const uid = booker?.contact_uid ?? ''

  await test.step('the list holds one role; what was read is searched, as the API looks nobody up', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(heading('Contacts')).toBeVisible()
    await page.getByRole('combobox', { name: 'Type of contact' }).click()
    await page.getByRole('option', { name: 'Booker', exact: true }).click()
    await expect(page.getByText(/^200 of \d+ contacts read$/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Account', exact: true }).focus()
    await page.keyboard.press('/')
    await page.keyboard.type(name)
    await expect(page.getByText(/found in the 200 read so far/)).toBeVisible()
    await page.getByRole('button', { name: 'Read the rest and search it' }).first().click()
    await expect(page.getByText(/^1 found in all \d+$/)).toBeVisible()
    await page.getByRole('button', { name: 'Account', exact: true }).focus()
    await page.keyboard.press('/')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(heading(new RegExp(name))).toBeFocused()
  })

  await test.step('its page tells its fields, versions and orders; the window is not named after it', async () => {
    expect(await page.title()).not.toContain(name)
    await expect(page.getByText(/orders? at the API/)).toBeVisible()
    await expect(page.getByRole('link', { name: order.order_reference })).toBeVisible()
    await expect(page.getByRole('button', { name: /newest/ })).toHaveAttribute('aria-expanded', 'true')
    await expectAccessible(page)
  })

  await test.step('a change meets that of somebody else: theirs and ours are told, and one is taken', async () => {
    await page.keyboard.press('e')
    await expect(dialog().getByLabel('Last name')).toHaveValue(new RegExp(name))
    await dialog().getByLabel('Last name').fill('Visser')
    await dialog().getByLabel('Phone', { exact: true }).fill('020')
    await page.keyboard.press('Tab')
    await expect(dialog().getByText(/no phone number that can be dialled/)).toBeVisible()
    await dialog().getByLabel('Phone', { exact: true }).fill('+31201234567')
    await expectAccessible(page, '[role="dialog"]')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByRole('heading', { name: '2 changes of the contact' })).toBeVisible()
    await sandbox.moveContact(uid, { contact_name_last: 'Bakker', contact_title: 'Dr.' })
    await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+Enter')
    const notice = dialog().getByRole('alert')
    await expect(notice).toContainText(
      'The contact was changed by somebody else meanwhile. Nothing was sent.',
    )
    await expect(notice.getByRole('row', { name: /Last name/ })).toContainText('Bakker')
    await expectAccessible(page, '[role="dialog"]')
    await notice.getByRole('button', { name: 'Take theirs' }).click()
    await expect(dialog().getByLabel('Last name')).toHaveValue('Bakker')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByRole('heading', { name: '1 change of the contact' })).toBeVisible()
    await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByText(/came back as it was sent, as version/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(heading(/Bakker/)).toBeVisible()
  })
  // No order was touched by that (rule 189).
  expect((await sandbox.versions(order.order_reference)).length).toBe(order.order_version)

  await test.step('its past orders get the newest version, after a preview of each', async () => {
    await page.getByRole('checkbox', { name: 'All of these orders' }).check()
    await page.getByRole('button', { name: 'Update past orders…' }).click()
    await expect(heading(/^Contact update on/)).toBeVisible()
    const act = page.getByRole('button', { name: /^Update the contact on/ })
    await expect(act).toBeEnabled()
    // What changes begins the cell: the name of the contact, the same on every line, would push it out of sight.
    await expect(page.getByRole('gridcell', { name: /^(Last name|Phone|Title): .*Bakker/ })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByText('Finished')).toBeVisible()
    await expect(heading(/^Contact update on/)).toBeFocused()
  })
  const [now] = (await sandbox.versions(order.order_reference)).at(-1)?.order_contacts ?? []
  expect(now).toMatchObject({ contact_uid: uid, contact_name_last: 'Bakker', contact_phone: '+31201234567' })

  await test.step('doubles are told side by side', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('link', { name: 'Likely doubles' }).click()
    await expect(heading('Likely doubles')).toBeFocused()
    const among = page.getByRole('status').filter({ hasText: /likely doubles? among/ })
    await expect(among).toHaveText(/among all \d+ contacts of type Booker\./)
    await expectAccessible(page)
    // The same guest is often a booker on one order and a guest on another.
    const ofOneRole = Number((await among.innerText()).match(/all (\d+) contacts/)?.[1])
    const everyRole = page.getByRole('checkbox', { name: 'Among contacts of every type' })
    await everyRole.check()
    await expect(among).toHaveText(/among all [\d,]+ contacts of every type\./)
    const ofEvery = Number((await among.innerText()).match(/all ([\d,]+) contacts/)?.[1]?.replace(',', ''))
    expect(ofEvery).toBeGreaterThan(ofOneRole)
    await expectAccessible(page)
    await page.screenshot({ path: 'test-results/contacts-doubles-every.png' })
    await everyRole.uncheck()
    await expect(among).toHaveText(new RegExp(`among all ${ofOneRole} contacts of type Booker`))
  })

  await test.step('two that are one person are merged: the one that stays takes a field over, and then an order', async () => {
    const [kept, other] = await twins()
    await page.getByRole('radio', { name: `Contact ${kept.uid} stays` }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: `Merge contact ${other.uid} into` }).focus()
    await page.keyboard.press('Enter')
    await expect(heading('Merge two contacts')).toBeFocused()
    await page.getByRole('checkbox', { name: 'Take over: Last name' }).focus()
    await page.keyboard.press('Space')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Change the contact that stays…' }).focus()
    await page.keyboard.press('Enter')
    await expect(dialog().getByLabel('Last name')).toHaveValue('TWIN')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByRole('button', { name: 'Change the contact' })).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByText(/came back as it was sent, as version/)).toBeVisible()
    await page.keyboard.press('Escape')
    // The page follows the journal: what was taken over differs no more.
    await expect(page.getByRole('checkbox', { name: 'Take over: Last name' })).toBeHidden()
    await page.getByRole('checkbox', { name: `Order ${other.order}` }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Re-point orders…' }).focus()
    await page.keyboard.press('Enter')
    await expect(heading(/^Re-pointing of 1 order$/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Re-point 1 order' })).toBeEnabled()
    await expectAccessible(page)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByText('Finished')).toBeVisible()
    const [contact] = (await sandbox.versions(other.order)).at(-1)?.order_contacts ?? []
    expect(contact).toMatchObject({ contact_uid: kept.uid, contact_name_last: 'TWIN' })
    expect((await sandbox.versions(kept.order)).length).toBe(1)
  })

  await test.step('it is said how a contact comes to be', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('link', { name: 'New contact' }).click()
    await expect(heading('How a contact comes to be')).toBeFocused()
    await expect(page.getByText('The API has no call that makes a contact')).toBeVisible()
    await expectAccessible(page)
  })
})
