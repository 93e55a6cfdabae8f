import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { OrdersGrid } from '../support/orders-grid'
import { answerRowMenu } from '../support/row-menu'
import { type Sandbox, startSandbox } from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 700 })
  gatehouse = await launchGatehouse({ env: { ...sandbox.env, GATEHOUSE_MIRROR: 'kept' } })
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const countOf = (text: string) => Number(/^([\d,]+) orders?/.exec(text)?.[1]?.replaceAll(',', ''))

test('the list of orders is the local copy: reached to its end, searched as one types, sorted, selected and copied whole', async () => {
  const orders = new OrdersGrid(gatehouse.window)
  const { page, grid, footer } = orders
  const listed = async () =>
    (await sandbox.ledger()).filter(({ method, path }) => method === 'GET' && path.endsWith('/orders')).length

  await test.step('it says that it is, and how far it goes', async () => {
    await expect(page.getByRole('button', { name: /^Local copy, up to \d/ })).toBeVisible({ timeout: 60_000 })
    await orders.ready()
    await expect.poll(async () => countOf(await footer.innerText())).toBeGreaterThanOrEqual(700)
    await expect(footer).not.toContainText('are here')
  })
  const total = countOf(await footer.innerText())
  const asked = await listed()

  await test.step('the last row is reached with its number, and is there', async () => {
    await page.getByRole('button', { name: 'Go to a row' }).click()
    await page.getByRole('textbox', { name: /^Row, from 1 to/ }).fill(String(total))
    await page.keyboard.press('Enter')
    await expect(orders.cell(total - 1, 'reference')).toHaveText(/\S{8,}/)
    await expect(orders.row(total - 1).locator('.ag-cell:focus')).toBeVisible()
  })

  await test.step('a number that no row has is told, and leaves one where one is', async () => {
    await page.getByRole('button', { name: 'Go to a row' }).click()
    const field = page.getByRole('textbox', { name: /^Row, from 1 to/ })
    await field.fill('-5')
    await field.press('Enter')
    await expect(page.getByRole('alert')).toHaveText('There is no such row.')
    await expect(field).toBeFocused()
    await field.press('Escape')
    await expect(orders.cell(total - 1, 'reference')).toBeVisible()
  })

  await test.step('who comes back to it is where they were, with the overview and other places of the app', async () => {
    const goTo = async (row: number) => {
      await page.getByRole('button', { name: 'Go to a row' }).click()
      await page.getByRole('textbox', { name: /^Row, from 1 to/ }).fill(String(row + 1))
      await page.keyboard.press('Enter')
      await expect(orders.row(row).locator('.ag-cell:focus')).toBeVisible()
      await expect(orders.cell(row, 'reference')).toHaveText(/\S{8,}/)
    }
    const middle = Math.floor(total / 2)
    await goTo(middle)
    const reference = await orders.cell(middle, 'reference').innerText()
    const top = () => orders.row(middle).evaluate((row) => Math.round(row.getBoundingClientRect().top))
    const before = await top()
    const faces = page.getByRole('radiogroup', { name: 'Look at' })
    const away = [
      async () => {
        await faces.getByText('Overview', { exact: true }).click()
        await expect(grid).toBeHidden()
        await faces.getByText('List', { exact: true }).click()
      },
      async () => {
        await page.getByRole('link', { name: 'Operations' }).click()
        await expect(grid).toBeHidden()
        await page.getByRole('link', { name: 'Orders', exact: true }).click()
      },
    ]
    for (const goAndReturn of away) {
      await goAndReturn()
      await expect(orders.cell(middle, 'reference')).toHaveText(reference)
      expect(Math.abs((await top()) - before)).toBeLessThan(60)
    }
    await page.locator('body').press('j')
    await expect(orders.row(middle).locator('.ag-cell:focus')).toBeVisible()
  })

  await test.step('it is sorted by a column that the API does not sort by', async () => {
    await orders.header('Guest').click()
    await expect(orders.header('Guest')).toHaveAttribute('aria-sort', 'descending')
    await expect(orders.cell(0, 'guest')).toBeVisible()
  })

  const guest = (await orders.cell(2, 'guest').innerText()).split(' ')[0] ?? ''
  await test.step('it is searched as one types, without a key to send it', async () => {
    await orders.search.fill(guest.slice(0, 4).toLowerCase())
    await expect.poll(async () => countOf(await footer.innerText())).toBeLessThan(total)
    expect((await orders.references()).length).toBeGreaterThan(0)
  })

  await test.step('all that it answers is selected but one, and copied with headings', async () => {
    const count = countOf(await footer.innerText())
    await orders.cell(0, 'guest').click()
    await page.keyboard.press('ControlOrMeta+a')
    await expect(footer).toContainText(`${count} of ${count} selected`)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(footer).toContainText(`${count - 1} of ${count} selected`)
    await expect(orders.row(1)).toHaveAttribute('aria-selected', 'false')
    await page.keyboard.press('ControlOrMeta+c')
    await expect(page.getByText(/rows? copied/)).toBeVisible()
    const copied = await gatehouse.app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied.split('\n')).toHaveLength(count)
    expect(copied).toMatch(/^Reference\t/)
  })

  await test.step('what is selected is saved as a file, with what is in it beside it', async () => {
    const path = join(gatehouse.userData, 'saved.csv')
    await gatehouse.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    const selected = Number(
      /([\d,]+) of [\d,]+ selected/.exec(await footer.innerText())?.[1]?.replaceAll(',', ''),
    )
    await page.getByRole('button', { name: 'Export the list…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export orders' })
    await expect(dialog.getByText('is not encrypted')).toBeVisible()
    await expect(dialog.getByRole('radio', { name: `Only those selected (${selected})` })).toBeChecked()
    await dialog.getByRole('radio', { name: 'CSV' }).check()
    await dialog.getByRole('button', { name: 'Save as…' }).click()
    await expect(page.getByText(/orders? exported/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Export the list…' })).toBeFocused()
    await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible()
    const lines = readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n')
    expect(lines).toHaveLength(selected + 1)
    expect(lines[0]).toMatch(/^Reference,Status,Guest,Travel \(local\),/)
    expect(JSON.parse(readFileSync(`${path}.summary.json`, 'utf8'))).toMatchObject({
      orders: selected,
      complete: true,
    })
  })

  await test.step('what was selected by a question is not selected in another one', async () => {
    await orders.search.fill('')
    await expect.poll(async () => countOf(await footer.innerText())).toBe(total)
    await expect(footer).not.toContainText('selected')
  })

  await test.step('the menu of several selected orders leads to what can be done with all of them', async () => {
    await orders.cell(0, 'guest').click()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(footer).toContainText('2 of')
    const open = () => orders.cell(1, 'guest').click({ button: 'right' })
    const offered = await answerRowMenu(gatehouse.app, open, 'Save Vouchers of Selected…')
    expect(offered).toContain('Cancel Selected…')
    expect(offered).not.toContain('Cancel…')
    await expect(page).toHaveURL(/operations\/batches/)
    await expect(page.getByRole('heading', { name: 'Vouchers of 2 lines' })).toBeVisible()
    await page.goBack()
    await orders.ready()
    await footer.getByRole('button', { name: /Clear/ }).click()
  })

  await test.step('the menu of an order begins what its page offers, and offers no more', async () => {
    const row = async (reference: string) => {
      await orders.search.fill(reference)
      await expect(footer).toContainText(/^1 order(?!s)/)
      return () => orders.cell(0, 'guest').click({ button: 'right' })
    }
    const cancelled = await answerRowMenu(gatehouse.app, await row('DEMO-NOT-REFUNDED'))
    expect(cancelled).toEqual(expect.arrayContaining(['(Amend…)', '(Cancel…)']))
    const standing = await row('DEMO-TERMS-SHARE')
    expect(await answerRowMenu(gatehouse.app, standing, 'Cancel…')).toEqual(
      expect.arrayContaining(['Amend…', 'Cancel…', 'Refund…']),
    )
    const reference = await orders.cell(0, 'reference').innerText()
    await expect(page.getByRole('dialog', { name: `Cancel ${reference}` })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('region', { name: `Order ${reference}` })).toBeVisible()
    await page.keyboard.press('Escape')
    await orders.search.fill('')
  })

  await test.step('an order opens beside it, and the next one of the list follows', async () => {
    await orders.cell(1, 'guest').click()
    const second = await orders.cell(2, 'reference').innerText()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/orders\//)
    await expect(page.getByRole('button', { name: 'Next order' })).toBeEnabled()
    await page.keyboard.press(']')
    await expect(page.getByRole('region', { name: `Order ${second}` })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(grid).toBeVisible()
  })

  // The pages of orders were walked once; nothing of the above asked for one.
  expect(await listed()).toBeLessThanOrEqual(asked + 1)
})

test('the list is set to a view, kept as one of one’s own, and told when it differs', async () => {
  const orders = new OrdersGrid(gatehouse.window)
  const { page, footer } = orders
  const chooser = page.getByRole('button', { name: /^View: / })
  const choose = async (item: string) => {
    await chooser.click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  const total = async () => countOf(await footer.innerText())

  await test.step('a view that comes with it narrows and sorts the list', async () => {
    await expect(page.getByRole('button', { name: /^Local copy, up to \d/ })).toBeVisible({ timeout: 60_000 })
    await choose('All orders')
    await orders.ready()
    await choose('Unpaid')
    await expect(chooser).toHaveAccessibleName('View: Unpaid')
    await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Not paid')
    await expect.poll(total).toBeLessThan(700)
  })

  await test.step('a change is marked, and taken back', async () => {
    await orders.header('Guest').click()
    await expect(chooser).toHaveAccessibleName('View: Unpaid, changed')
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await expect(chooser).toHaveAccessibleName('View: Unpaid')
    await expect(chooser).toBeFocused()
    await expect(orders.header('Created')).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('it is kept under a name, with what was searched for', async () => {
    await choose('All orders')
    await orders.search.fill('a')
    await choose('Save as a new view…')
    await page.keyboard.press('Enter')
    await expect(page.getByText('A name is expected')).toBeVisible()
    await page.keyboard.type('Guests with an A')
    await page.keyboard.press('Enter')
    await expect(chooser).toHaveAccessibleName('View: Guests with an A')
    await choose('All orders')
    await expect(orders.search).toHaveValue('')
  })

  await test.step('the menu of views can be used by everybody', async () => {
    await chooser.click()
    await expect(page.getByRole('menuitem', { name: 'Guests with an A' })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
  })

  await test.step('it is gone to from the palette', async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('view guests')
    await page.keyboard.press('Enter')
    await expect(chooser).toHaveAccessibleName('View: Guests with an A')
    await expect(orders.search).toHaveValue('a')
  })

  await test.step('what was searched for is offered below the empty box, and forgotten', async () => {
    await orders.cell(0, 'guest').click()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Next order' })).toBeVisible()
    await page.keyboard.press('Escape')
    await choose('All orders')
    await page.keyboard.press('/')
    const remembered = page.getByRole('region', { name: 'Last searches' })
    await expect(remembered.getByRole('button', { name: 'a', exact: true })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(orders.search).toHaveValue('a')
    await orders.search.fill('')
    await orders.search.click()
    await page.getByRole('button', { name: 'Forget all' }).click()
    await expect(remembered).toBeHidden()
  })

  await test.step('it is renamed, kept as it was changed, and still in force in a new window', async () => {
    await choose('Guests with an A')
    await choose('Rename…')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('By guest')
    await page.keyboard.press('Enter')
    await expect(chooser).toHaveAccessibleName('View: By guest')
    await orders.header('Guest').click()
    await expect(chooser).toHaveAccessibleName('View: By guest, changed')
    await choose('Save changes to “By guest”')
    await expect(chooser).toHaveAccessibleName('View: By guest')
    await page.reload()
    await expect(orders.search).toHaveValue('a')
    await expect(chooser).toHaveAccessibleName('View: By guest')
    await expect(orders.header('Guest')).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('it is written to a file, and taken in from one under a name of its own', async () => {
    const path = join(gatehouse.userData, 'views.json')
    await gatehouse.app.evaluate(({ dialog }, file) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: file })
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
    }, path)
    await choose('Export views…')
    await page.keyboard.press('Escape')
    await expect(chooser).toBeFocused()
    await choose('Export views…')
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    await expect(page.getByText('1 view written to views.json')).toBeVisible()
    const written = readFileSync(path, 'utf8')
    expect(written).toContain('By guest')
    expect(JSON.parse(written).views[0]).not.toHaveProperty('text')
    await choose('Import views…')
    await expect(page.getByText('1 view imported')).toBeVisible()
    await choose('By guest (2)')
    await expect(orders.search).toHaveValue('')
    await choose('Delete…')
    await page.getByRole('button', { name: 'Delete the view' }).click()
    await choose('By guest')
    await expect(orders.search).toHaveValue('a')
  })

  await test.step('a long name without a space stays within the menu', async () => {
    const path = join(gatehouse.userData, 'long.json')
    writeFileSync(
      path,
      JSON.stringify({ format: 'gatehouse-views', version: 1, views: [{ name: 'W'.repeat(60) }] }),
    )
    await gatehouse.app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
    }, path)
    await choose('Import views…')
    await chooser.click()
    await expect(page.getByRole('menuitem', { name: 'WWWW' })).toBeVisible()
    expect(await page.getByRole('menu').evaluate((menu) => menu.scrollWidth - menu.clientWidth)).toBe(0)
    await page.keyboard.press('Escape')
  })

  await test.step('it is deleted after a question', async () => {
    await choose('By guest')
    await choose('Delete…')
    await page.getByRole('button', { name: 'Delete the view' }).click()
    await expect(chooser).toHaveAccessibleName('View: All orders, changed')
    await chooser.click()
    await expect(page.getByRole('menuitem', { name: 'Unpaid' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: 'By guest' })).toBeHidden()
    await page.keyboard.press('Escape')
  })
})
