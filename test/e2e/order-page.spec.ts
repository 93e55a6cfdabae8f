import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type Sandbox, startSandbox } from '../support/sandbox'

/** The page of one order, on orders that show one thing each (electron/sandbox/data/scenarios.ts). */

let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
let folder: string
const broken: string[] = []

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-vouchers-'))
  sandbox = await startSandbox({ orders: 2_000 })
  gatehouse = await launchGatehouse({ env: sandbox.env })
  page = gatehouse.window
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('dialog', (dialog) => broken.push(`a dialog of the page: ${dialog.message()}`))
  await expect(page.getByRole('grid', { name: 'Orders' })).toBeVisible()
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
  await rm(folder, { recursive: true, force: true })
})

test.afterEach(async () => {
  expect(broken).toEqual([])
  expect(await sandbox.violations()).toEqual([])
})

const tab = (name: string) => page.getByRole('tab', { name, exact: true })
const panel = () => page.getByRole('tabpanel')
const heading = (reference: string) => page.getByRole('heading', { level: 1, name: reference })
const clipboard = () => gatehouse.app.evaluate((electron) => electron.clipboard.readText())
const shown = async (text: string) => expect(panel().getByText(text, { exact: true }).first()).toBeVisible()

/** Goes to an order by its address and to one of its tabs. */
async function openOrder(externalReference: string, tabName = 'Overview') {
  const order = await sandbox.orderNamed(externalReference)
  await page.evaluate((reference) => {
    location.hash = `#/orders/${reference}`
  }, order.order_reference)
  await expect(heading(order.order_reference)).toBeVisible()
  await tab(tabName).click()
  return order
}

test.describe('from the list', () => {
  test('Enter opens an order beside the list, a second one in its place, Escape goes back to its row', async () => {
    const grid = page.getByRole('grid', { name: 'Orders' })
    const cell = grid.getByRole('row').nth(1).getByRole('gridcell').nth(1)
    const reference = await cell.innerText()
    await cell.click()
    await page.keyboard.press('Enter')
    await expect(heading(reference)).toBeVisible()
    await expect(cell).toBeVisible()
    await expect.poll(() => page.title()).toBe(`${reference} — Gatehouse`)
    await page.keyboard.press('Enter')
    await expect(grid).toBeHidden()
    await expect(heading(reference)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(heading(reference)).toBeHidden()
    await expect(cell).toBeFocused()
    await expect.poll(() => page.title()).not.toContain(reference)
  })

  test('] and [ go from order to order and stay on the tab that was looked at', async () => {
    const grid = page.getByRole('grid', { name: 'Orders' })
    await grid.getByRole('row').nth(1).getByRole('gridcell').nth(1).dblclick()
    const reference = () => page.getByRole('heading', { level: 1 }).innerText()
    const first = await reference()
    await tab('Payments').click()
    await page.keyboard.press(']')
    await expect(heading(first)).toBeHidden()
    await expect(tab('Payments')).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('[')
    await expect(heading(first)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(grid).toBeVisible()
  })
})

test('the tabs are moved through with the arrow keys', async () => {
  await openOrder('DEMO-COMBI')
  await tab('Overview').focus()
  for (const name of ['Bookings', 'Payments', 'Contacts', 'History', 'Raw']) {
    await page.keyboard.press('ArrowRight')
    await expect(tab(name)).toBeFocused()
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true')
  }
  for (const [key, name] of [
    ['Home', 'Overview'],
    ['End', 'Raw'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(tab(name)).toBeFocused()
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true')
  }
})

test('F5 reads the order again, as Ctrl+R does', async () => {
  const { order_reference } = await openOrder('DEMO-COMBI')
  const reads = async () =>
    (await sandbox.ledger()).filter(({ path }) => path.endsWith(`/orders/${order_reference}`)).length
  for (const keys of ['F5', 'ControlOrMeta+r']) {
    const before = await reads()
    await page.keyboard.press(keys)
    await expect.poll(reads).toBe(before + 1)
  }
})

test('the overview tells what was booked, when, for how much and under which terms', async () => {
  await openOrder('DEMO-TODAY-TOKYO')
  await expect(panel()).toContainText('UTC+9')
  await expect(panel()).toContainText('¥')
  await openOrder('DEMO-TERMS-UNIT')
  await expect(panel()).toContainText('If the limit counts in seconds')
  await expect(panel()).toContainText('If the limit counts in minutes')
  await openOrder('DEMO-EXTERNAL')
  await expect(panel()).toContainText('nothing is refunded through Prio')
})

test('a combi shows its parts with their own tickets, codes and times', async () => {
  const order = await openOrder('DEMO-COMBI', 'Bookings')
  await expect(panel().getByText('Combi part')).toHaveCount(2)
  const [ticket] = order.order_bookings[0]?.product_type_details ?? []
  await shown(ticket?.product_type_code ?? '')
  const copy = panel().getByRole('button', { name: 'Copy Ticket code' }).first()
  await copy.focus()
  await page.keyboard.press('Enter')
  await expect.poll(clipboard).toBe(ticket?.product_type_code)
})

test('headings of bookings open and close with the arrow keys', async () => {
  await openOrder('DEMO-ADDON', 'Bookings')
  const headings = panel().getByRole('button', { expanded: true })
  await expect(headings).toHaveCount(2)
  await headings.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(headings).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(headings).toHaveCount(2)
})

test('a split payment shows both currencies and adds up only in that of the order', async () => {
  await openOrder('DEMO-SPLIT-CURRENCIES', 'Payments')
  await expect(panel().getByRole('list', { name: 'All payments' }).locator('> li')).toHaveCount(2)
  await expect(panel()).toContainText('US$')
  const captured = panel().getByRole('row', { name: /^Captured/ })
  await expect(captured).toHaveText(/^Captured€[\d.,]+$/)
})

test('a refund is shown beside what it was made of', async () => {
  await openOrder('DEMO-AMENDED', 'Payments')
  const records = panel().getByRole('list', { name: 'All payments' }).locator('> li')
  await expect(records.first()).toContainText('Refund')
  await expect(records.first()).toContainText('Capture · ')
  await expect(records.last()).toContainText('Capture')
})

test('hostile text is text', async () => {
  await openOrder('DEMO-HOSTILE')
  await expect(page.getByText('<img src=x onerror=alert(1)>').first()).toBeVisible()
  await expect(panel()).toContainText('<script>alert(1)</script>')
  expect(await page.locator('main img, main script').count()).toBe(0)
  await tab('Contacts').click()
  await shown('<img src=x onerror=alert(1)>')
})

test('what nobody told us about is shown in the API’s own words (rule 55)', async () => {
  await openOrder('DEMO-UNKNOWN-VALUES', 'Bookings')
  await expect(page.getByText('ORDER_ON_HOLD')).toBeVisible()
  await expect(page.getByText('HOLOGRAM')).toBeVisible()
  await shown('TIME_DREAM')
})

test('a name from right to left stays within itself', async () => {
  const rightToLeft = /[\u0590-\u08ff]/
  const orders = (await sandbox.orders(5)) as readonly Contacted[]
  const order = orders.find(({ order_contacts: [contact] = [] }) =>
    rightToLeft.test(contact?.contact_name_first ?? ''),
  )
  expect(order).toBeDefined()
  await page.evaluate((reference) => {
    location.hash = `#/orders/${reference}`
  }, order?.order_reference ?? '')
  await tab('Contacts').click()
  const name = order?.order_contacts?.[0]?.contact_name_first ?? ''
  await shown(name)
  expect(await panel().getByText(name, { exact: true }).first().evaluate(directionOf)).toBe('rtl')
  expect(await page.getByRole('heading', { level: 1 }).evaluate(directionOf)).toBe('ltr')
})

test('an order of forty bookings opens at once, folded, and finds one of them', async () => {
  const order = await openOrder('DEMO-LARGE', 'Bookings')
  expect(order.order_bookings).toHaveLength(40)
  await expect(panel().getByRole('button', { expanded: false })).toHaveCount(40)
  const reference = order.order_bookings[23]?.booking_reference ?? ''
  await panel().getByRole('textbox', { name: 'Find in the bookings' }).fill(reference)
  await expect(panel().getByText('1 of 40 bookings')).toBeVisible()
  await panel().getByRole('button', { expanded: false }).click()
  await shown(reference)
  await panel().getByRole('textbox', { name: 'Find in the bookings' }).fill('')
  await panel().getByRole('button', { name: 'Expand all' }).click()
  await expect(panel().getByRole('button', { expanded: true })).toHaveCount(40)
})

test.describe('history', () => {
  test('tells what happened and what each version changed', async () => {
    await openOrder('DEMO-AMENDED', 'History')
    await expect(panel()).toContainText('Phone number corrected.')
    await expect(panel().getByRole('button', { name: 'Version 4 current', expanded: true })).toBeVisible()
    await expect(panel()).toContainText('Changes since version 3')
    await panel().getByRole('button', { name: 'Version 2' }).click()
    await expect(panel()).toContainText('+31612345678')
  })

  test('says of a version that cannot be read that it cannot, and shows the others', async () => {
    const { order_reference } = await sandbox.orderNamed('DEMO-SPLIT')
    await sandbox.touch(order_reference)
    await sandbox.touch(order_reference)
    await sandbox.fault({
      kind: 'status',
      status: 404,
      path: '/orders/*',
      query: 'order_version=1',
      count: 9,
    })
    await openOrder('DEMO-SPLIT', 'History')
    await expect(panel()).toContainText('Changes since version 2')
    await panel().getByRole('button', { name: 'Version 2' }).click()
    await expect(panel().getByText('Version 1 cannot be read.')).toBeVisible()
    await sandbox.clearFaults()
  })
})

test.describe('raw', () => {
  test('shows every digit as received and copies it unchanged', async () => {
    await openOrder('DEMO-UNKNOWN-FIELDS', 'Raw')
    const text = panel().getByRole('region', { name: 'JSON as received' })
    await expect(text).toContainText('"loyalty_id": 159118380521834001,')
    await expect(text).toContainText('"points": 20.50,')
    await panel().getByRole('button', { name: 'Copy the JSON as received' }).click()
    await expect.poll(clipboard).toContain('"loyalty_id":159118380521834001,"points":20.50')
  })

  test('finds a text and steps through its matches', async () => {
    await openOrder('DEMO-LARGE', 'Raw')
    const search = panel().getByRole('textbox', { name: 'Search the JSON' })
    await search.fill('BOOKING_STATUS')
    await expect(panel().getByText('1 of 40', { exact: true })).toBeVisible()
    await search.press('Enter')
    await search.press('Enter')
    await expect(panel().getByText('3 of 40', { exact: true })).toBeVisible()
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('raw-current-match') ?? [])].map(String))
    expect(await marked()).toEqual(['booking_status'])
    await search.fill('no such thing')
    await expect(panel().getByText('No matches')).toBeVisible()
  })
})

test.describe('vouchers', () => {
  const dialog = () => page.getByRole('dialog')

  test.beforeEach(async () => {
    await openOrder('DEMO-COMBI')
    await page.keyboard.press('v')
    await expect(dialog()).toBeVisible()
  })

  test.afterEach(async () => {
    await page.keyboard.press('Escape')
    await expect(dialog()).toBeHidden()
  })

  test('are saved where the dialog of the system says', async () => {
    const path = join(folder, 'mine.pdf')
    await gatehouse.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await dialog().getByRole('button', { name: 'Save…: All of the order' }).click()
    await expect(page.getByText('Saved as mine.pdf')).toBeVisible()
    expect((await readFile(path, 'latin1')).slice(0, 5)).toBe('%PDF-')
  })

  test('are opened from a file that nobody else can read', async () => {
    await gatehouse.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openPath = async (path) => {
        opened.push(path)
        return ''
      }
    })
    await dialog().getByRole('button', { name: 'Open: All of the order' }).click()
    const opened = () =>
      gatehouse.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.at(-1))
    await expect.poll(opened).toContain(join(gatehouse.userData, 'vouchers'))
    const path = (await opened()) ?? ''
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600')
  })

  test('have a link, which is copied', async () => {
    await dialog().getByRole('button', { name: 'Copy link: All of the order' }).click()
    await expect(page.getByText('Link copied')).toBeVisible()
    expect(await clipboard()).toMatch(/^http.*\.pdf$/)
  })

  test('have no serious accessibility issue, light and dark', async () => {
    await expectAccessible(page, '[role="dialog"]')
  })

  test('that are not released say so and cannot be asked for', async () => {
    await page.keyboard.press('Escape')
    await openOrder('DEMO-NOT-RELEASED')
    await page.getByRole('button', { name: 'Vouchers' }).click()
    await expect(dialog().getByText('Not released yet')).toBeVisible()
    await expect(dialog().getByRole('button', { name: /^Open:/ })).toBeDisabled()
  })

  test('that the server refuses say what that means, in its own words below', async () => {
    await sandbox.fault({ kind: 'status', status: 422, path: '/orders/*/voucher' })
    await dialog().getByRole('button', { name: 'Open: All of the order' }).click()
    await expect(dialog().getByRole('alert')).toContainText('No voucher can be had now')
    await sandbox.clearFaults()
  })
})

test.describe('when reading fails', () => {
  test('an order that does not exist is said not to be here', async () => {
    await page.evaluate(() => {
      location.hash = '#/orders/NOSUCHORDER'
    })
    await expect(page.getByText('No order NOSUCHORDER here')).toBeVisible()
  })

  test('the error stands in the place of the order, with a way to try again', async () => {
    const { order_reference } = await sandbox.orderNamed('DEMO-BHD')
    await sandbox.fault({ kind: 'status', status: 503, path: `/orders/${order_reference}`, count: 3 })
    await page.evaluate((reference) => {
      location.hash = `#/orders/${reference}`
    }, order_reference)
    await expect(page.getByRole('alert')).toContainText('The server reports a fault')
    await sandbox.clearFaults()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(tab('Overview')).toBeVisible()
  })

  test('what was read before stays, with its age', async () => {
    const { order_reference } = await openOrder('DEMO-JPY')
    await sandbox.fault({ kind: 'reset', path: `/orders/${order_reference}`, count: 9 })
    await page.getByRole('button', { name: 'Read the order again' }).click()
    await expect(page.getByText(/This is the order as it was read/)).toBeVisible()
    await expect(panel()).toContainText('¥')
    await sandbox.clearFaults()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/This is the order as it was read/)).toBeHidden()
  })
})

type Contacted = Awaited<ReturnType<Sandbox['orders']>>[number] & {
  readonly order_contacts?: readonly { readonly contact_name_first?: string }[]
}

/** Runs in the page. */
function directionOf(element: Element): string {
  return element.matches('bdi') || element.closest('bdi')
    ? getComputedStyle(element.closest('bdi') ?? element).direction
    : getComputedStyle(element).direction
}
