import { expect, type Page, test } from '@playwright/test'
import { pressMenuKeys } from '../support/application-menu'
import { type CancelDialog, cancelDialog, openCancelDialog } from '../support/cancel-dialog'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import {
  partlyCancellable,
  type Sandbox,
  type SandboxBooking,
  type SandboxOrder,
  startSandbox,
} from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
let orders: readonly SandboxOrder[]
let used = 0

interface Part {
  readonly order: SandboxOrder
  readonly booking: SandboxBooking
  /** `product_type_code` of its first ticket. */
  readonly code: string
}

/** A part of an order that no test has touched yet. */
function next(): Part {
  const { order, booking } = partlyCancellable(orders, used++)
  return { order, booking, code: booking.product_type_details[0]?.product_type_code ?? '' }
}

const sent = ({ order }: Part) => sandbox.commands(order.order_reference)
const expectNothingSent = async (part: Part) => {
  expect(await sent(part)).toEqual([])
  expect((await sandbox.versions(part.order.order_reference)).at(-1)?.order_version).toBe(
    part.order.order_version,
  )
}

/** Up to the review, where nothing has left yet. */
async function toReview(part: Part): Promise<CancelDialog> {
  const dialog = await openCancelDialog(page, part.order)
  await dialog.choose(part.code)
  await dialog.review.click()
  await expect(dialog.heading('Please check')).toBeVisible()
  return dialog
}

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 3_000 })
  // Those that are named are for the tests that name them.
  orders = (await sandbox.orders(6)).filter(
    ({ order_external_reference: own = '' }) => !own.startsWith('DEMO-'),
  )
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
})
test.afterEach(async () => {
  await sandbox.clearFaults()
  await page.keyboard.press('Escape')
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Ends the application and starts it in the same folder. */
async function restart(env: Readonly<Record<string, string>>, meanwhile = async () => {}): Promise<void> {
  const { userData } = gatehouse
  await gatehouse.close()
  await meanwhile()
  gatehouse = await launchGatehouse({ userData, env: { ...sandbox.env, ...env } })
  page = gatehouse.window
}

test.describe('keys and clicks that come more than once', () => {
  test('Ctrl+Enter held from the choice on reviews and does not confirm', async () => {
    const part = next()
    const dialog = await openCancelDialog(page, part.order)
    await dialog.choose(part.code)
    await page.keyboard.down('Control')
    for (let repeat = 0; repeat < 30; repeat += 1) {
      await page.keyboard.down('Enter')
      await page.waitForTimeout(50)
    }
    await expect(dialog.confirm).toBeEnabled()
    await page.keyboard.down('Enter')
    await dialog.confirm.focus()
    await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await page.keyboard.up('Control')
    await expect(dialog.heading('Please check')).toBeVisible()
    await expectNothingSent(part)
  })

  test('Ctrl+Enter pressed twice in a row reviews and does not confirm', async () => {
    const part = next()
    const dialog = await openCancelDialog(page, part.order)
    await dialog.choose(part.code)
    await page.keyboard.press('Control+Enter')
    await expect(dialog.heading('Please check')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog.confirm).toBeEnabled()
    await expectNothingSent(part)
    await page.keyboard.press('Control+Enter')
    await expect(dialog.heading('Done')).toBeVisible()
    expect(await sent(part)).toHaveLength(1)
  })

  test('plain Enter held from the choice on reviews at most', async () => {
    const part = next()
    const dialog = await openCancelDialog(page, part.order)
    await dialog.choose(part.code)
    await dialog.review.focus()
    for (let repeat = 0; repeat < 30; repeat += 1) {
      await page.keyboard.down('Enter')
      await page.waitForTimeout(50)
    }
    await page.keyboard.up('Enter')
    await expect(dialog.heading('Please check')).toBeVisible()
    await expectNothingSent(part)
  })

  test('a double click on Review does not confirm', async () => {
    const part = next()
    const dialog = await openCancelDialog(page, part.order)
    await dialog.choose(part.code)
    await dialog.review.click({ clickCount: 2 })
    await expect(dialog.confirm).toBeEnabled()
    await expectNothingSent(part)
  })

  test('a double click on the confirmation is one operation, and so are ten', async () => {
    const part = next()
    const dialog = await toReview(part)
    await dialog.confirm.click({ clickCount: 10 })
    await expect(dialog.heading('Done')).toBeVisible()
    expect(await sent(part)).toHaveLength(1)
    await dialog.root.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('link', { name: 'Operations' }).click()
    const rows = page.getByRole('grid', { name: 'Operations' }).getByRole('row')
    await expect(rows.filter({ hasText: part.order.order_reference })).toHaveCount(1)
  })

  test('confirmed from two windows at once it is one operation, and the second leads to it', async () => {
    const part = next()
    const opened = gatehouse.app.waitForEvent('window')
    await pressMenuKeys(gatehouse.app, 'CmdOrCtrl+N')
    const second = await opened
    const other = await openCancelDialog(second, part.order)
    await other.choose(part.code)
    await other.review.click()
    await sandbox.fault({ kind: 'delay', method: 'DELETE', delayMs: 2_000 })
    const dialog = await toReview(part)
    await expect(other.confirm).toBeEnabled()
    await Promise.all([dialog.confirm.click(), other.confirm.click()])
    const link = 'Open the operation that is at it'
    const refused = page
      .getByRole('dialog')
      .getByRole('link', { name: link })
      .or(page.getByText('Cancelling…'))
    await expect(refused.first()).toBeVisible()
    const [loser] = (await page.getByRole('link', { name: link }).count()) > 0 ? [page] : [second]
    if (!loser) throw new Error('neither window was refused')
    await loser.getByRole('link', { name: link }).click()
    await expect(loser.getByRole('region', { name: /^Operation / })).toContainText(part.order.order_reference)
    await second.close()
    await expect.poll(async () => (await sent(part)).length).toBe(1)
    await page.waitForTimeout(2_500)
    expect((await sent(part)).filter(({ committed }) => committed)).toHaveLength(1)
    expect(await sent(part)).toHaveLength(1)
  })
})

test('the focus goes along from step to step and back to the button that opened the dialog', async () => {
  const part = next()
  const dialog = await openCancelDialog(page, part.order)
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: element } = document
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
      return `${element?.tagName} ${label ?? element?.textContent}`.slice(0, 40)
    })
  await expect.poll(focused).toBe('INPUT Whole order')
  await dialog.choose(part.code)
  await page.keyboard.press('Control+Enter')
  await expect.poll(focused).toBe('H3 Please check')
  await page.keyboard.press('Tab')
  await expect.poll(focused).toBe('BUTTON Back')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('INPUT Whole order')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.confirm).toBeEnabled()
  await page.keyboard.press('Control+Enter')
  await expect.poll(focused).toBe('H3 Done')
  await page.keyboard.press('Escape')
  await expect(dialog.root).toBeHidden()
  await expect.poll(focused).toMatch(/^BUTTON Cancel…/)
})

test('a refused cancellation is not called done, and nothing is compared with a forecast', async () => {
  const part = next()
  const dialog = await toReview(part)
  await sandbox.fault({ kind: 'status', method: 'DELETE', status: 422 })
  await dialog.confirm.click()
  await expect(dialog.heading('Not carried out')).toBeVisible()
  await expect(dialog.root.getByText('Nothing changed at the server.')).toBeVisible()
  await expect(dialog.root).not.toContainText('Done')
  await expect(dialog.root).not.toContainText('forecast')
  await expect(dialog.root.getByText(/was answered with/)).toBeHidden()
  await expectAllCancelled(part, 0)
})

async function expectAllCancelled({ order }: Part, times: number): Promise<void> {
  const now = (await sandbox.versions(order.order_reference)).at(-1)
  const gone = now?.order_bookings
    .flatMap((booking) => booking.product_type_details)
    .filter(({ product_type_status }) => product_type_status === 'CANCELLED')
  expect(gone).toHaveLength(times)
}

test('what stands behind an open outcome waits; no bar runs without end', async () => {
  const part = next()
  const dialog = await openCancelDialog(page, part.order)
  const codes = part.booking.product_type_details.map(({ product_type_code }) => product_type_code)
  await dialog.choose(part.code)
  if (codes.length > 2 && codes[1]) await dialog.root.getByRole('checkbox', { name: codes[1] }).check()
  await dialog.review.click()
  await sandbox.fault({ kind: 'status', method: 'DELETE', status: 500 })
  await dialog.confirm.click()
  await expect(dialog.heading('Waiting')).toBeVisible()
  await expect(dialog.root.getByRole('progressbar')).toHaveCount(0)
  await expect(dialog.root.getByText(/was answered with/)).toBeHidden()
  await dialog.root.getByText('Details').first().click()
  await expect(dialog.root.getByText('cancelOrder was answered with 500')).toBeVisible()
})

test('closing while it is being recorded waits until it is', async () => {
  const part = next()
  const dialog = await toReview(part)
  await sandbox.fault({ kind: 'delay', method: 'GET', delayMs: 1_500 })
  await dialog.confirm.click()
  await expect(dialog.root.getByText('Being recorded…')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog.root).toBeVisible()
  await expect(dialog.heading('Done')).toBeVisible()
  expect(await sent(part)).toHaveLength(1)
})

test('the review shows the order as it is then, and another order starts the choice again', async () => {
  const part = next()
  const dialog = await openCancelDialog(page, part.order)
  await dialog.choose(part.code)
  await sandbox.touch(part.order.order_reference)
  await dialog.review.click()
  await expect(dialog.root.getByRole('alert')).toContainText('The order has changed since you opened it')
  await expect(dialog.root.getByRole('checkbox', { name: part.code })).not.toBeChecked()
  await expect(cancelDialog(page).review).toBeDisabled()
  expect(await sent(part)).toEqual([])
})

test('no cancellation carries the override unless it was chosen', async () => {
  const all = (await sandbox.commands()).map(({ query }) => new URLSearchParams(query))
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter((query) => query.has('force_cancellation'))).toEqual([])
})

test('the review names every ticket with its code, its booking and date, and the button says the act', async () => {
  const part = next()
  const dialog = await toReview(part)
  const chosen = dialog.root.getByRole('region', { name: 'What is cancelled' })
  await expect(chosen).toContainText('1 ticket in 1 booking')
  await expect(chosen).toContainText(part.booking.booking_reference)
  await expect(chosen).toContainText(part.booking.product_title)
  await expect(chosen).toContainText(part.code)
  for (const other of part.booking.product_type_details.slice(1)) {
    await expect(chosen).not.toContainText(other.product_type_code)
  }
  await expect(dialog.confirm).toHaveAccessibleName(/^Confirm cancellation: ?Cancel 1 ticket/)
  await expectNothingSent(part)
})

test('what was held over a restart is reviewed anew: Enter sends nothing, and what is confirmed is sent once @long', async () => {
  const part = next()
  // A window in which it can be undone, so that it is still queued when the application ends.
  await restart({ GATEHOUSE_UNDO_SECONDS: '30' })
  // What an earlier test left queued is asked about as well.
  const later = page.getByRole('button', { name: 'Decide later' })
  await page.addLocatorHandler(later, () => later.click())
  const dialog = await toReview(part)
  await dialog.confirm.click()
  await expect(dialog.heading('Waiting')).toBeVisible()
  await restart({})
  // It is asked about at once; whoever decides later finds it in Operations.
  const left = page.getByRole('dialog', { name: / left and not sent$/ })
  const line = left.getByRole('listitem').filter({ hasText: part.order.order_reference })
  await expect(line).toBeVisible()
  await left.getByRole('button', { name: 'Decide later' }).click()
  await expect(left).toBeHidden()
  await expectNothingSent(part)
  await page.getByRole('link', { name: 'Operations' }).click()
  const rows = page
    .getByRole('grid', { name: 'Operations' })
    .getByRole('row')
    .filter({ hasText: part.order.order_reference })
  await rows.first().dblclick()
  const detail = page.getByRole('region', { name: /^Operation / })
  const send = detail.getByRole('button', { name: 'Review and send…' })
  await send.focus()
  await page.keyboard.press('Enter')
  const again = cancelDialog(page)
  await expect(again.heading('Please check')).toBeVisible()
  await page.keyboard.press('Enter')
  await expectNothingSent(part)
  await expect(again.root.getByText(/recorded before and not sent/)).toBeVisible()
  await expect(again.root).toContainText(part.code)
  await again.confirm.click()
  await expect(again.heading('Done')).toBeVisible()
  await again.root.getByRole('button', { name: 'Close' }).last().click()
  expect(await sent(part)).toHaveLength(1)
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'Withdrawn' })).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Done' })).toHaveCount(1)
})
