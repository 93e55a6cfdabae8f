import { expect, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { OrdersGrid } from '../support/orders-grid'
import { type Sandbox, startSandbox } from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse
let orders: OrdersGrid

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 400 })
  gatehouse = await launchGatehouse({ env: { ...sandbox.env, GATEHOUSE_MIRROR: 'kept' } })
  orders = new OrdersGrid(gatehouse.window)
  await expect(orders.page.getByRole('button', { name: /^Local copy, up to \d/ })).toBeVisible({
    timeout: 60_000,
  })
  await orders.ready()
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const box = (row: number) => orders.row(row).getByRole('checkbox')

/** Cells in sight that ought to show something, and do not. */
const blank = () =>
  orders.grid.locator('.ag-row').evaluateAll((rows) =>
    rows.flatMap((row) =>
      ['reference', 'status', 'created', 'total', 'payment'].flatMap((id) => {
        const cell = row.querySelector(`[col-id="${id}"]`)
        return cell && !cell.textContent ? [`${id} of row ${row.getAttribute('row-index')}`] : []
      }),
    ),
  )

test('every cell of the list shows its order, wherever one scrolls and whatever becomes of its columns', async () => {
  const { page } = orders
  expect(await blank()).toEqual([])

  await test.step('far off, and back', async () => {
    await page.keyboard.press('Control+Home')
    await orders.cell(0, 'guest').click()
    await page.keyboard.press('Control+End')
    await expect.poll(blank).toEqual([])
    await page.keyboard.press('Control+Home')
    await expect.poll(blank).toEqual([])
  })

  await test.step('a column that is taken away and comes back', async () => {
    const toggle = async (name: string) => {
      await page.getByRole('button', { name: 'Columns', exact: true }).click()
      const box = page.getByRole('checkbox', { name, exact: true })
      await box.click()
      await page.keyboard.press('Escape')
      // It gives the keyboard back to its button once it is gone.
      await expect(box).toBeHidden()
    }
    await toggle('Status')
    await expect(orders.header('Status')).toBeHidden()
    await toggle('Status')
    await expect(orders.cell(0, 'status')).toHaveText(/\w/)
    await toggle('E-mail')
    await expect(orders.grid.locator('[col-id="email"]').filter({ hasText: '@' }).first()).toBeVisible()
    await expect.poll(blank).toEqual([])
  })

  await test.step('columns that come into sight from the side', async () => {
    await orders.cell(0, 'status').click()
    await expect(orders.cell(0, 'status')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+ArrowRight')
    await expect(orders.cell(0, 'suppliers')).toHaveText(/\w/)
    await page.keyboard.press('ControlOrMeta+ArrowLeft')
    await expect(orders.cell(0, 'reference')).toHaveText(/\w/)
  })

  await test.step('another language', async () => {
    await page.evaluate(() => window.gatehouse.call('settings.updateSettings', '{"language":"nl"}'))
    await expect(orders.header('Gast')).toBeVisible()
    await expect(
      page.locator('.ag-row [col-id="status"]').filter({ hasText: 'Bevestigd' }).first(),
    ).toBeVisible()
    await page.evaluate(() => window.gatehouse.call('settings.updateSettings', '{"language":"en"}'))
    await expect(orders.header('Guest')).toBeVisible()
    await expect.poll(blank).toEqual([])
  })
})

test('boxes of the list are ticked one by one, by a range, and by keys that come fast', async () => {
  const { page, footer } = orders
  await box(2).click()
  await expect(box(2)).toBeChecked()
  await expect(orders.row(2)).toHaveAttribute('aria-selected', 'true')
  await box(6).click({ modifiers: ['Shift'] })
  await expect(footer).toContainText(/5 of [\d,]+ selected/)
  await expect(box(4)).toBeChecked()
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await expect(box(4)).not.toBeChecked()

  await orders.cell(0, 'guest').click()
  // All in one turn of the page: the screen has not heard of the first when the second comes.
  await page.evaluate(() => {
    const press = (key: string, code = key) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))
    press(' ', 'Space')
    press('ArrowDown')
    press(' ', 'Space')
    press('ArrowDown')
    press(' ', 'Space')
  })
  await expect(footer).toContainText(/3 of [\d,]+ selected/)
  await page.getByRole('button', { name: 'Clear the selection' }).click()
})

test('Enter goes down to the first row of what was searched for, right after the last letter or later', async () => {
  const { page, search } = orders
  const guest = (await orders.cell(3, 'guest').innerText()).split(' ')[0] ?? ''
  for (const isThere of [false, true]) {
    await search.fill('')
    await expect(orders.footer).toContainText(/^4\d\d orders/)
    // Where the keyboard was before the search says nothing of its rows.
    await orders.cell(3, 'guest').click()
    await search.fill(guest)
    if (isThere) await expect(orders.footer).not.toContainText(/^4\d\d orders/)
    await page.keyboard.press('Enter')
    await expect(orders.row(0).locator('.ag-cell:focus')).toBeVisible()
    await expect(orders.footer).not.toContainText(/^4\d\d orders/)
    await expect(search).toHaveValue(guest)
  }
})

/** Every row that the list has made, also those below what is in sight. */
const made = () =>
  orders.grid
    .locator('.ag-row')
    .evaluateAll((rows) =>
      rows
        .map((row) => [
          Number(row.getAttribute('row-index')),
          row.querySelector('[col-id="reference"]')?.textContent ?? '',
        ])
        .sort(([a], [b]) => Number(a) - Number(b)),
    )

test('a search that is typed at once and taken back leaves no row of it, in sight or below', async () => {
  const { page, search } = orders
  await search.fill('')
  await expect(orders.footer).toContainText(/^4\d\d orders/)
  await page.keyboard.press('Escape')
  const before = await made()
  expect(before.length).toBeGreaterThan(20)
  const [guest = ''] = (await orders.cell(3, 'guest').innerText()).split(' ')
  for (const delay of [0, 40, 120]) {
    await search.pressSequentially(guest, { delay })
    await page.keyboard.press('Escape')
    await expect(orders.footer).toContainText(/^4\d\d orders/)
    await expect.poll(made).toEqual(before)
    await expect(search).toHaveValue('')
  }
})

test('rows of a search are found below what is in sight, too, and nothing of the list before', async () => {
  const { page, search } = orders
  const { names } = await page.evaluate(async () => {
    const rows = document.querySelectorAll('.ag-row [col-id="guest"]')
    return { names: Array.from(rows, ({ textContent }) => textContent ?? '') }
  })
  // A letter that many guests have, so that there is more than what is in sight.
  const counted = [...'aeino'].map((letter) => ({
    letter,
    rows: names.filter((name) =>
      name
        .toLowerCase()
        .split(' ')
        .some((word) => word.startsWith(letter)),
    ).length,
  }))
  const { letter } = counted.reduce((most, one) => (one.rows > most.rows ? one : most))
  await search.pressSequentially(letter)
  await expect(orders.footer).not.toContainText(/^4\d\d orders/)
  await expect.poll(blank).toEqual([])
  const references = (await made()).map(([, reference]) => reference)
  expect(new Set(references).size).toBe(references.length)
  const count = orders.footer.getByRole('status').first()
  await expect(count).not.toContainText('so far')
  const found = await count.innerText()
  await search.fill('')
  await expect(orders.footer).toContainText(/^4\d\d orders/)
  await search.fill(letter)
  await expect(count).toHaveText(found)
  expect((await made()).map(([, reference]) => reference)).toEqual(references)
  await search.fill('')
})

test('everything that is selected is the answer to one question: no row of another is ticked, not for one picture', async () => {
  const { page, search } = orders
  await expect(orders.footer).toContainText(/^4\d\d orders/)
  const [guest = ''] = (await orders.cell(3, 'guest').innerText()).split(' ')
  await orders.cell(0, 'guest').click()
  await page.keyboard.press('Control+a')
  await expect(box(2)).toBeChecked()
  // Each picture from now on: the first row, and whether it is ticked.
  await page.evaluate(() => {
    const seen: [string, boolean][] = []
    Reflect.set(globalThis, 'seen', seen)
    const look = () => {
      const row = document.querySelector('.ag-row[row-index="0"]')
      const reference = row?.querySelector('[col-id="reference"]')?.textContent ?? ''
      if (row) seen.push([reference, row.querySelector('input')?.checked ?? false])
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const first = await orders.cell(0, 'reference').innerText()
  await search.fill(guest)
  await expect(box(0)).not.toBeChecked()
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'seen') as [string, boolean][])
  expect(seen.some(([reference]) => reference !== '' && reference !== first)).toBe(true)
  expect(seen.filter(([reference, isTicked]) => isTicked && reference !== '' && reference !== first)).toEqual(
    [],
  )
  await search.fill('')
})

test('a row that came after a short answer opens as the order that it shows', async () => {
  const { page, search } = orders
  // Rows of another question are not shown early while all of this one are selected.
  await page.keyboard.press('Escape')
  await search.fill('')
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  const alone = await orders.cell(3, 'reference').innerText()
  await search.fill(alone)
  await expect(orders.footer).toContainText(/^1 order/)
  await search.fill('museum')
  await expect(orders.footer).toContainText(/^\d\d+ orders/)
  for (const at of [2, 9]) {
    const shown = await orders.cell(at, 'reference').innerText()
    await orders.cell(at, 'reference').dblclick()
    await expect(page).toHaveURL(new RegExp(shown))
    await page.goBack()
    await expect(orders.cell(at, 'reference')).toHaveText(shown)
  }
  await search.fill('')
})

test('a short answer has nothing below its last row, not for one picture', async () => {
  const { page, search } = orders
  await search.fill('')
  await expect(orders.footer).toContainText(/^4\d\d orders/)
  const found = await orders.cell(3, 'reference').innerText()
  // Each picture from now on: what the rows say that can be seen.
  await page.evaluate(() => {
    const seen: string[][] = []
    Reflect.set(globalThis, 'seen', seen)
    const look = () => {
      const edge = document.querySelector('.ag-grid-viewport')?.getBoundingClientRect().bottom ?? 0
      const rows = Array.from(document.querySelectorAll('.ag-row')).flatMap((row) => {
        const isSeen = row.checkVisibility({ visibilityProperty: true })
        const reference = row.querySelector('[col-id="reference"]')?.textContent
        return isSeen && row.getBoundingClientRect().top < edge
          ? [`${row.getAttribute('row-index')} ${reference}`]
          : []
      })
      seen.push(rows)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await search.fill(found)
  await expect(orders.footer).toContainText(/^1 order/)
  await expect(orders.row(1)).toBeHidden()
  const seen = await page.evaluate(() => Reflect.get(globalThis, 'seen') as string[][])
  const ofAnswer = seen.filter((rows) => rows.some((r) => r.startsWith(`0 ${found}`)))
  expect(ofAnswer.length).toBeGreaterThan(0)
  expect(ofAnswer.filter((rows) => rows.length > 1)).toEqual([])
  await search.fill('')
  await expect(orders.footer).toContainText(/^4\d\d orders/)
  await expect(orders.row(1)).toBeVisible()
})
