import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** Contacts of the contacts module, in one journey with the keyboard (rules 35, 55, 189 to 191). */

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
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const dialog = () => page.getByRole('dialog')
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
    await expect(notice).toContainText('Nothing was sent')
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
    await expect(
      page
        .getByRole('grid')
        .getByText(/Bakker/)
        .first(),
    ).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(page.getByText('Finished')).toBeVisible()
  })
  const [now] = (await sandbox.versions(order.order_reference)).at(-1)?.order_contacts ?? []
  expect(now).toMatchObject({ contact_uid: uid, contact_name_last: 'Bakker', contact_phone: '+31201234567' })

  await test.step('doubles are told side by side, and it is said how a contact comes to be', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('link', { name: 'Likely doubles' }).click()
    await expect(heading('Likely doubles')).toBeFocused()
    await expect(page.getByText(/likely doubles? among all/)).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'New contact' }).click()
    await expect(heading('How a contact comes to be')).toBeFocused()
    await expect(page.getByText('The API has no call that makes a contact')).toBeVisible()
    await expectAccessible(page)
  })
  expect(await sandbox.violations()).toEqual([])
})
