import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { beginJourney, type Journey } from '../support/journey'
import type { Sandbox, SandboxOrder } from '../support/sandbox'

/** Amending the top level of an order (rules 153, 187, 191). */

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
const review = () => dialog().getByRole('button', { name: 'Review' })
const confirm = () => dialog().getByRole('button', { name: 'Confirm amendment' })
const reference = () => dialog().getByLabel('External reference')
const close = async () => {
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeHidden()
}

async function openOrder(externalReference: string): Promise<SandboxOrder> {
  const order = await sandbox.orderNamed(externalReference)
  await page.evaluate((to) => {
    location.hash = `#/orders/${to}`
  }, order.order_reference)
  await expect(page.getByRole('heading', { level: 1, name: order.order_reference })).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  return order
}

/** Opens the form with its key; what it shows is read afresh. */
async function beginAmending(externalReference: string): Promise<string> {
  const { order_reference } = await openOrder(externalReference)
  await page.keyboard.press('e')
  await expect(reference()).toHaveValue(externalReference)
  return order_reference
}

const newest = async (order: string) => (await sandbox.versions(order)).at(-1)

test('a reference and an address are amended: shown before, sent once, compared after, nothing mailed', async () => {
  const order = await beginAmending('DEMO-EVERYTHING')
  const before = await newest(order)
  const email = dialog().getByLabel('E-mail', { exact: true })

  await test.step('a field is checked when it is left', async () => {
    await expect(review()).toBeDisabled()
    await reference().fill('BK-77120')
    await email.fill('amara@')
    await email.blur()
    await expect(dialog().getByText('An e-mail address, such as name@example.com.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(confirm()).toHaveCount(0)
    await email.fill('amara.new@example.com')
    await expectAccessible(page, '[role="dialog"]')
    await page.screenshot({ path: 'test-results/amend-form.png' })
  })

  await test.step('the review says what changes, what it costs and who is mailed; Enter sends nothing', async () => {
    await review().click()
    await expect(dialog().getByRole('heading', { name: '2 changes' })).toBeVisible()
    await expect(dialog()).toContainText('BK-77120')
    await expect(dialog()).toContainText('amara.new@example.com')
    await expect(dialog().getByText('No tickets are mailed.')).toBeVisible()
    await expect(dialog().getByRole('checkbox')).not.toBeChecked()
    await expect(dialog().getByText(/the total stays €/)).toBeVisible()
    await expectAccessible(page, '[role="dialog"]')
    await page.screenshot({ path: 'test-results/amend-review.png' })
    await expect(confirm()).toBeEnabled()
    await confirm().focus()
    await page.keyboard.press('Enter')
    await expect(confirm()).toBeEnabled()
    expect(await sandbox.commands(order)).toEqual([])
  })

  await test.step('the server did it once, as it was sent, and mailed nobody', async () => {
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(dialog().getByRole('heading', { name: 'The order is amended.' })).toBeVisible()
    await expect(dialog().getByText(/came back as it was sent/)).toBeVisible()
    await page.screenshot({ path: 'test-results/amend-done.png' })
    expect(await sandbox.commands(order)).toMatchObject([{ method: 'PUT', status: 200 }])
    expect(await sandbox.mails(order)).toEqual([])
    const after = await newest(order)
    expect(after).toMatchObject({
      order_version: (before?.order_version ?? 0) + 1,
      order_external_reference: 'BK-77120',
      order_contacts: [{ ...before?.order_contacts?.[0], contact_email: 'amara.new@example.com' }],
    })
    expect(after?.order_bookings).toEqual(before?.order_bookings)
    for (const list of [
      'order_notes',
      'order_flags',
      'order_custom_fields',
      'order_checkout_fields',
    ] as const) {
      expect(after?.[list], list).toEqual(before?.[list])
    }
  })

  await test.step('the order page shows it', async () => {
    await close()
    await expect(page.getByText('ext. BK-77120')).toBeVisible()
    await expect(page.getByText('amara.new@example.com').first()).toBeVisible()
  })
})

test('N adds a note through the same operation', async () => {
  const { order_reference: order } = await openOrder('DEMO-COMBI')
  await page.keyboard.press('n')
  const text = dialog().getByRole('textbox', { name: 'Note', exact: true })
  await expect(text).toBeFocused()
  await text.fill('Arrives late')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByRole('heading', { name: '1 change' })).toBeVisible()
  await expect(confirm()).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog().getByText(/came back as it was sent/)).toBeVisible()
  expect(await sandbox.commands(order)).toHaveLength(1)
  expect((await newest(order))?.order_notes).toMatchObject([
    { note_value: 'Arrives late', note_recipients: ['DISTRIBUTOR'] },
  ])
  await close()
})

test('a known contact is not edited beside itself (rule 191)', async () => {
  await beginAmending('DEMO-KWD')
  await expect(dialog().getByText('This is a known contact.', { exact: false }).first()).toBeVisible()
  await expect(dialog().getByLabel('E-mail', { exact: true })).toHaveCount(0)
  await close()
})

test('a change by somebody else in between stops it, and is shown beside what was seen and wanted', async () => {
  const order = await beginAmending('DEMO-JPY')
  await reference().fill('BK-1')
  await review().click()
  await expect(confirm()).toBeEnabled()
  await sandbox.touch(order)
  await confirm().click()
  await expect(dialog().getByRole('alert')).toContainText('changed by somebody else meanwhile')
  await page.screenshot({ path: 'test-results/amend-moved.png' })
  expect(await sandbox.commands(order)).toEqual([])
  await expect(reference()).toHaveValue('BK-1')
  await review().click()
  await expect(confirm()).toBeEnabled()
  await confirm().click()
  await expect(dialog().getByRole('heading', { name: 'The order is amended.' })).toBeVisible()
  expect(await newest(order)).toMatchObject({ order_external_reference: 'BK-1' })
  await close()
})

test('an answer that was lost after the server did it settles by evidence, and nothing is sent twice', async () => {
  await sandbox.fault({ kind: 'status', method: 'PUT', status: 502, after: true })
  const order = await beginAmending('DEMO-BHD')
  await reference().fill('BK-2')
  await review().click()
  await expect(confirm()).toBeEnabled()
  await confirm().click()
  await expect(dialog().getByRole('heading', { name: 'The order is amended.' })).toBeVisible()
  await dialog().getByRole('link', { name: 'Open the operation' }).click()
  const detail = page.getByRole('region', { name: /^Operation / })
  await expect(detail.getByText('Carried out. The answer was lost, but the order shows it.')).toBeVisible()
  expect(await sandbox.commands(order)).toHaveLength(1)
})

test('Amendments lists what changed, by whom and what it cost, and opens the operation', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  const grid = page.getByRole('grid', { name: 'Amendments' })
  const row = grid.getByRole('row').filter({ hasText: 'BK-77120' })
  await expect(row).toContainText('Done')
  await expect(row).toContainText('DEMO-EVERYTHING')
  await expect(row).toContainText('unchanged')
  await expect(grid.getByRole('row').filter({ hasText: 'Arrives late' })).toHaveCount(1)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/amendments.png' })
  await row.dblclick()
  const detail = page.getByRole('region', { name: /^Operation / })
  await expect(detail.getByRole('heading', { name: 'Amendment' })).toBeVisible()
  await expect(detail.getByText('BK-77120')).toBeVisible()
  await page.screenshot({ path: 'test-results/amend-operation.png' })
})

test('beside them stand the orders that somebody else changed, and how many were looked at', async () => {
  const { order_reference: order } = await sandbox.orderNamed('DEMO-VENUE')
  await sandbox.touch(order)
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByText('Changed elsewhere', { exact: true }).click()
  const grid = page.getByRole('grid', { name: 'Changed elsewhere' })
  await expect(grid.getByRole('row').filter({ hasText: order })).toContainText('v2')
  await expect(page.getByText(/^Looked at \d+ of \d+ orders/)).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/changed-elsewhere.png' })
})

test('a refusal says so, changes nothing, and can be corrected', async () => {
  await sandbox.fault({ kind: 'status', method: 'PUT', status: 422 })
  const order = await beginAmending('DEMO-DKK')
  await reference().fill('BK-3')
  await review().click()
  await expect(confirm()).toBeEnabled()
  await confirm().click()
  await expect(dialog().getByText('The order was not amended. Nothing changed at the server.')).toBeVisible()
  expect(await newest(order)).toMatchObject({ order_external_reference: 'DEMO-DKK', order_version: 1 })
  await dialog().getByRole('button', { name: 'Look again and correct' }).click()
  await expect(reference()).toHaveValue('BK-3')
  // What is written and not sent is not dropped without being asked about.
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: 'Discard changes?' })
  await question.getByRole('button', { name: 'Keep editing' }).last().click()
  await expect(question).toBeHidden()
  await expect(reference()).toHaveValue('BK-3')
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(dialog()).toBeHidden()
})

test('a cancelled order is not offered it, and says why', async () => {
  await openOrder('DEMO-CANCELLED')
  await page.keyboard.press('e')
  await expect(dialog()).toBeHidden()
  await page.getByRole('button', { name: 'Amend…' }).hover()
  await expect(page.getByRole('tooltip')).toContainText('it cannot be amended')
})
