import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { OrdersGrid } from '../support/orders-grid'
import { type Sandbox, startSandbox } from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse
let orders: OrdersGrid

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 2000 })
  await open()
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Every test finds the list as a newcomer does. */
test.beforeEach(async () => {
  await sandbox.clearFaults()
  await orders.forget()
  await orders.ready()
})

async function open(userData?: string): Promise<void> {
  gatehouse = await launchGatehouse({ env: sandbox.env, ...(userData && { userData }) })
  orders = new OrdersGrid(gatehouse.window)
  await orders.ready()
}

/** Query parameters of the list requests that reached the server, in order. */
const listed = async () =>
  (await sandbox.ledger())
    .filter(({ method, path }) => method === 'GET' && path.endsWith('/orders'))
    .map(({ query }) => Object.fromEntries(new URLSearchParams(query)))

const lastListed = async () => (await listed()).at(-1) ?? {}

test.describe('the list of orders', () => {
  test('shows the first page and says how many there are', async () => {
    await expect(orders.footer).toContainText(/^100 of [\d,]+ orders/)
    expect((await orders.references())[0]).toMatch(/\S{8,}/)
  })

  test('reads on near its end, by the size of the pages that came (rule 35)', async () => {
    await sandbox.fault({ kind: 'page-size', path: '/orders', pageSize: 60, count: 50 })
    await orders.page.reload()
    // The end of 60 rows is near from the start (40 below the last in sight), so it may have read on already.
    await expect(orders.footer).toContainText(/^(60|120) of/)
    await orders.scrollDown()
    await expect(orders.footer).toContainText(/^(120|180|240) of/)
    // The next page begins where the rows that came end, not where those that were asked for would.
    const asked = (await listed()).map(({ start_index }) => start_index)
    expect(asked).toContain('61')
    expect(asked).not.toContain('101')
  })

  test('is sorted by the server, and only by what it sorts by', async () => {
    const [newest] = await orders.references()
    await orders.header('Created').click()
    await expect(orders.cell(0, 'reference')).not.toHaveText(newest ?? '')
    expect(await lastListed()).toMatchObject({ order_sort_by: 'ORDER_CREATED', order_sort_order: 'ASC' })

    const asked = (await listed()).length
    await orders.header('Guest').click()
    await expect(orders.header('Guest')).not.toHaveAttribute('aria-sort', /ascending|descending/)
    expect(await listed()).toHaveLength(asked)
  })

  test('is narrowed by the server, with moments that carry their offset (rule 49)', async () => {
    const created = orders.page.getByRole('button', { name: /^Created / })
    await created.click()
    await orders.page.getByRole('button', { name: 'Last 7 days' }).click()
    await expect(orders.footer).not.toContainText('100 of')
    const { order_created_from: from, order_created_to: to } = await lastListed()
    expect(from).toMatch(/T00:00:00[+-]\d\d:\d\d$/)
    expect(to).toMatch(/T23:59:59[+-]\d\d:\d\d$/)

    await orders.page.getByRole('button', { name: 'Remove the filter Created' }).click()
    await expect(orders.footer).toContainText('100 of')
    await expect(created).toContainText('Last 3 months')
  })

  test('offers filters by id behind one button', async () => {
    await orders.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await orders.page.getByRole('menuitem', { name: 'Supplier ID' }).click()
    await orders.page.getByRole('textbox', { name: 'Supplier ID' }).fill('nobody')
    await orders.page.keyboard.press('Enter')
    await expect(orders.page.getByRole('heading', { name: 'No orders here' })).toBeVisible()
    expect(await lastListed()).toMatchObject({ supplier_id: 'nobody' })

    await orders.page.getByRole('button', { name: 'Clear filters' }).click()
    await orders.ready()
  })
})

test.describe('the quick search', () => {
  test('finds an order by whatever the guest can give, and says by what', async () => {
    const reference = (await orders.references())[3] ?? ''
    const order = (await sandbox.versions(reference)).at(-1) as unknown as {
      order_external_reference: string
      order_contacts: { contact_type: string; contact_name_last: string; contact_email: string }[]
      order_bookings: { booking_reference: string; product_type_details: { product_type_code: string }[] }[]
    }
    const [contact] = order.order_contacts
    const [booking] = order.order_bookings
    const known: [string | undefined, string][] = [
      [reference, 'order reference'],
      [booking?.booking_reference, 'booking reference'],
      [order.order_external_reference, 'external reference'],
      [booking?.product_type_details[0]?.product_type_code, 'ticket code'],
      [contact?.contact_email, 'e-mail address'],
      [contact?.contact_name_last, 'guest name'],
    ]
    for (const [text = '', kind] of known) {
      await orders.find(text)
      await expect(orders.page.getByText(`Found by ${kind}`), `${kind} ${text}`).toBeVisible()
      await expect.poll(() => orders.references(), `${kind} ${text}`).toContain(reference)
    }
    expect(await sandbox.violations()).toEqual([])
  })

  test('is wherever one is, with /, and goes down to the rows with Enter', async () => {
    const reference = (await orders.references())[0] ?? ''
    await orders.page.keyboard.press('/')
    await orders.page.keyboard.type(reference)
    await orders.page.keyboard.press('Enter')
    await expect(orders.footer).toContainText(/^1 order(?!s)/)
    await orders.page.keyboard.press('Enter')
    await expect(orders.cell(0, 'reference')).toBeFocused()
  })

  test('takes the person’s word for what the text is', async () => {
    const reference = (await orders.references())[0] ?? ''
    await orders.find(reference)
    await orders.page.getByRole('button', { name: 'Search as something else' }).click()
    await orders.page.getByRole('menuitem', { name: 'ticket code' }).click()
    await expect(orders.page.getByText('Nothing was found')).toBeVisible()
    expect(await lastListed()).toMatchObject({ product_type_code: reference })

    await orders.page.getByRole('button', { name: 'Clear the search' }).last().click()
    await orders.ready()
  })
})

test.describe('what can go wrong', () => {
  test('a refusal is told in its place and can be tried again', async () => {
    await sandbox.fault({ kind: 'status', path: '/orders', status: 403, count: 1 })
    await orders.header('Created').click()
    await expect(orders.page.getByRole('alert')).toContainText('Not allowed')
    await orders.page.getByRole('button', { name: 'Try again' }).click()
    await expect(orders.page.getByRole('alert')).toBeHidden()
    await orders.ready()
  })

  test('a failed refresh leaves the rows where they are', async () => {
    const before = await orders.references()
    await sandbox.fault({ kind: 'status', path: '/orders', status: 500, count: 10 })
    await orders.page.getByRole('button', { name: 'Refresh' }).click()
    await expect(orders.page.getByRole('alert')).toContainText('The server reports a fault')
    expect((await orders.references()).slice(0, 15)).toEqual(before.slice(0, 15))
  })

  test('the next page can fail without losing the others', async () => {
    await sandbox.fault({ kind: 'invalid-json', path: '/orders', count: 1 })
    await orders.scrollDown()
    const again = orders.page.getByRole('button', { name: 'Loading more failed. Try again' })
    await expect(again).toBeVisible()
    await expect(orders.footer).toContainText('100 of')
    await again.click()
    await expect(orders.footer).toContainText('200 of')
  })
})

test.describe('by keyboard', () => {
  test('rows are walked, selected and copied as a table with headings', async () => {
    const [first, second] = await orders.references()
    await orders.page.keyboard.press('j')
    await expect(orders.cell(0, 'reference')).toBeFocused()
    await orders.page.keyboard.press('Space')
    await orders.page.keyboard.press('ArrowDown')
    await orders.page.keyboard.press('Space')
    await expect(orders.footer).toContainText('2 selected')
    await orders.page.keyboard.press('k')
    await expect(orders.cell(0, 'reference')).toBeFocused()

    await orders.page.keyboard.press('ControlOrMeta+c')
    const copied = await gatehouse.app.evaluate(({ clipboard }) => clipboard.readText())
    const [headings, ...lines] = copied.split('\n').map((line) => line.split('\t'))
    expect(headings?.slice(0, 3)).toEqual(['Reference', 'Status', 'Guest'])
    expect(lines.map(([reference]) => reference)).toEqual([first, second])
    const total = headings?.indexOf('Total') ?? -1
    expect(headings?.[total + 1]).toBe('Currency')
    expect(lines[0]?.[total]).toMatch(/^\d+(\.\d+)?$/)
    expect(lines[0]?.[total + 1]).toMatch(/^[A-Z]{3}$/)
  })

  test('all loaded rows are selected with one key, and totals are per currency', async () => {
    await orders.cell(0, 'guest').click()
    await orders.page.keyboard.press('ControlOrMeta+a')
    await expect(orders.footer).toContainText('100 selected')
    await expect(orders.footer).toContainText('Total of the selection')
  })
})

test.describe('an order of the list', () => {
  const opened = (reference: string) => orders.page.getByRole('region', { name: `Order ${reference}` })

  test('opens beside it, then in its place, and Escape goes back to its row', async () => {
    const [, second = '', third = ''] = await orders.references()
    await orders.cell(1, 'guest').click()
    await orders.page.keyboard.press('Enter')
    await expect(opened(second).getByRole('heading', { name: second })).toBeVisible()
    await expect(orders.row(1)).toHaveAttribute('aria-current', 'true')
    await expect(orders.cell(1, 'guest')).toBeFocused()

    await orders.page.keyboard.press('Enter')
    await expect(orders.grid).toBeHidden()
    await expect(opened(second).getByRole('heading', { name: second })).toBeVisible()

    await orders.page.keyboard.press(']')
    await expect(opened(third).getByRole('heading', { name: third })).toBeVisible()
    await orders.page.keyboard.press('Escape')
    await expect(orders.row(2).getByRole('gridcell').first()).toBeVisible()
    await expect(orders.cell(2, 'guest')).toBeFocused()
    await expect(opened(third)).toBeHidden()
  })

  test('opens in its place with a double click, and [ and ] walk the list without reading it again', async () => {
    const [first = '', second = ''] = await orders.references()
    await orders.cell(0, 'guest').dblclick()
    await expect(opened(first).getByRole('heading', { name: first })).toBeVisible()
    const asked = (await listed()).length
    await orders.page.keyboard.press(']')
    await expect(opened(second).getByRole('heading', { name: second })).toBeVisible()
    await orders.page.keyboard.press('[')
    await expect(opened(first).getByRole('heading', { name: first })).toBeVisible()
    expect(await listed()).toHaveLength(asked)
  })

  test('takes a share of the width that is remembered', async () => {
    const [first = ''] = await orders.references()
    await orders.cell(0, 'guest').click()
    await orders.page.keyboard.press('Enter')
    const width = async () => (await opened(first).boundingBox())?.width ?? 0
    const before = await width()
    await orders.page.getByRole('separator', { name: 'Width of the order beside the list' }).focus()
    for (let step = 0; step < 3; step++) await orders.page.keyboard.press('ArrowRight')
    await expect.poll(width).toBeLessThan(before - 20)
    const after = await width()
    await expect.poll(() => readFile(join(gatehouse.userData, 'grids.json'), 'utf8')).toContain('besideSize')
    await orders.page.reload()
    await expect.poll(width).toBeCloseTo(after, -1)
  })

  test('shows in its row what was read of it last', async () => {
    const [first = ''] = await orders.references()
    await sandbox.touch(first)
    await orders.page.getByRole('button', { name: 'Columns' }).click()
    for (const other of ['Travel (local)', 'Product', 'Tickets', 'Payment', 'Created', 'Supplier']) {
      await orders.page.getByRole('checkbox', { name: other, exact: true }).uncheck()
    }
    await orders.page.getByRole('checkbox', { name: 'Version' }).check()
    await orders.page.keyboard.press('Escape')
    const version = orders.cell(0, 'version')
    const before = Number(await version.textContent())
    await orders.cell(0, 'guest').click()
    await orders.page.keyboard.press('Enter')
    await expect(version).toHaveText(String(before + 1))
  })
})

test('columns, sort, filters, row height and selection come back after a restart, a search does not @long', async () => {
  const { page } = orders
  const kept = () => readFile(join(gatehouse.userData, 'grids.json'), 'utf8')
  const selected = (await orders.references())[1] ?? ''
  // What the test before kept may still be on its way to the disk.
  await expect.poll(kept).not.toContain(selected)
  await orders.cell(1, 'guest').click()
  await page.keyboard.press('Space')
  await expect(orders.row(1)).toHaveAttribute('aria-selected', 'true')
  await expect.poll(kept).toContain(selected)
  await page.reload()
  await expect(orders.row(1)).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'E-mail' }).check()
  await page.getByRole('checkbox', { name: 'Product' }).uncheck()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Row height: Compact' }).click()
  await orders.header('Created').click()
  await page.getByRole('button', { name: /^Created / }).click()
  await page.getByRole('button', { name: 'This year' }).click()
  await orders.find('Zebedee')
  await expect(page.getByText('Nothing was found')).toBeVisible()
  await expect.poll(kept).toContain('thisYear')
  await gatehouse.close()
  expect(await kept()).not.toContain('Zebedee')

  await open(gatehouse.userData)
  await expect(orders.header('E-mail')).toBeVisible()
  await expect(orders.header('Product')).toBeHidden()
  await expect(orders.page.getByRole('button', { name: 'Row height: Comfortable' })).toBeVisible()
  await expect(orders.page.getByRole('button', { name: /^Created / })).toContainText('This year')
  await expect(orders.search).toHaveValue('')
  await expect(orders.footer).toContainText('1 selected')
  expect(await lastListed()).toMatchObject({ order_sort_order: 'ASC' })
})
