import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'
import type { Sandbox } from '../support/sandbox'

/** The orders of a contact come from the API and from the local copy; each stands once, and it is told where it was found. */

let journey: Journey
let sandbox: Sandbox
let page: Page

test.beforeAll(async () => {
  journey = await beginJourney({ orders: 400 }, { GATEHOUSE_MIRROR: 'kept' })
  ;({ sandbox, page } = journey)
})
test.afterAll(() => journey.end())

const goTo = (route: string) =>
  page.evaluate((hash) => {
    location.hash = hash
  }, `#${route}`)
const orders = () => page.getByRole('region', { name: 'Orders', exact: true })
const row = (reference: string) => orders().getByRole('row', { name: reference })
/** Without the headings. */
const rows = () =>
  orders()
    .getByRole('row')
    .filter({ has: page.getByRole('link') })

test('both sources are shown as one list in which the API is right, and one that fails does not hide the other', async () => {
  const named = await Promise.all([1, 2, 3, 4].map((one) => sandbox.orderNamed(`DEMO-ERASE-${one}`)))
  const [first, ...others] = named.map(({ order_reference }) => order_reference)
  const uid = named[0]?.order_contacts?.[0]?.contact_uid ?? ''
  if (first === undefined) throw new Error('the guest has no order')

  await test.step('the copy is filled and then left behind: one order is cancelled, and one more comes in', async () => {
    await goTo('/settings')
    const copy = page.getByRole('region', { name: 'Local copy' })
    await expect(copy.getByRole('status')).toContainText('as the server had them', { timeout: 60_000 })
    await copy.getByRole('button', { name: 'Pause' }).click()
    await expect(copy.getByRole('status')).toContainText('Nothing is brought in now')
  })
  await sandbox.touch(first, { what: 'cancel' })
  const latest = await sandbox.arrive({ contactUid: uid })

  await test.step('where the API fails the orders of the copy are shown, as the copy has them, and it is told', async () => {
    await sandbox.fault({
      ...{ kind: 'status', status: 400, count: 0 },
      ...{ method: 'GET', path: '/orders', query: 'order_contact_uid' },
    })
    await goTo(`/contacts/${uid}`)
    await expect(orders().getByRole('alert')).toBeVisible()
    await expect(row(first)).toContainText('Confirmed')
    for (const reference of [first, ...others]) {
      // Not "Copy only": nobody knows whether the API has it.
      await expect(row(reference).getByRole('cell').last()).toHaveText('Copy')
    }
    await expect(row(latest)).toBeHidden()
    await expect(orders().getByRole('status')).toContainText(
      /\d orders in the local copy\. The orders at the API could not be read\.$/,
    )
    await expectAccessible(page)
    await sandbox.clearFaults()
  })

  await test.step('of two sources each order stands once, in the state of the API', async () => {
    await sandbox.fault({
      ...{ kind: 'page-size', pageSize: 2, count: 0 },
      ...{ method: 'GET', path: '/orders', query: 'order_contact_uid' },
    })
    await orders().getByRole('button', { name: 'Try again' }).focus()
    await page.keyboard.press('Enter')
    await expect(orders().getByRole('status')).toBeFocused()
    await expect(row(latest).getByRole('cell').last()).toHaveText('API')
    await expect(orders().getByRole('alert')).toBeHidden()
    // The API was not read to its end: the rest is in the copy, and perhaps at the API.
    await expect(orders().getByRole('cell', { name: 'Copy', exact: true }).first()).toBeVisible()
    await expect(orders().getByRole('cell', { name: 'Copy only' })).toHaveCount(0)
    const more = orders().getByRole('button', { name: 'Read more' })
    await more.focus()
    await expect(async () => {
      if (await more.isVisible()) {
        await expect(more).toBeFocused({ timeout: 1 })
        await page.keyboard.press('Enter')
      }
      await expect(more).toBeHidden({ timeout: 500 })
    }).toPass()
    // What was pressed is gone, and the keyboard is not.
    await expect(orders().getByRole('status')).toBeFocused()
    await expect(row(first)).toContainText('Cancelled')
    for (const reference of [first, ...others]) {
      await expect(row(reference)).toHaveCount(1)
      await expect(row(reference).getByRole('cell').last()).toHaveText('API and copy')
    }
    const found = await rows().getByRole('link').allInnerTexts()
    expect(new Set(found).size).toBe(found.length)
    expect(found[0]).toBe(latest)
    await expect(
      orders().getByText(`${found.length} orders at the API. ${found.length - 1} orders in the local copy.`),
    ).toBeVisible()
    await expectAccessible(page)
  })
})
