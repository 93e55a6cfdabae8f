import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { filesHolding } from '../support/byte-search'
import { killAll } from '../support/desk'
import { forgotten, forgottenValues, guestArrival } from '../support/forgotten-guest'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { OrdersGrid } from '../support/orders-grid'
import { type Sandbox, startSandbox } from '../support/sandbox'

/**
 * A guest is forgotten by an application that is killed in the middle of it, and afterwards no file below its folder holds
 * anything that tells who it was (rules 190, 197).
 */

const visits = 5
let sandbox: Sandbox
let gatehouse: Gatehouse
let page: Page
let orders: string[]
let home: string

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 200 })
  orders = []
  for (let n = 0; n < visits; n++) orders.push(await sandbox.arrive(guestArrival()))
  await launch()
  home = join(tmpdir(), `${gatehouse.userData.split('/').at(-1)}-files`)
  await mkdir(home, { recursive: true })
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

async function launch(userData?: string): Promise<void> {
  gatehouse = await launchGatehouse({
    env: { ...sandbox.env, GATEHOUSE_MIRROR: 'kept' },
    ...(userData === undefined ? {} : { userData }),
  })
  page = gatehouse.window
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const goTo = (path: string) =>
  page.evaluate((hash) => {
    location.hash = `#${hash}`
  }, path)
const saveAs = (filePath: string) =>
  gatehouse.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)

/** Types the number that the button names, and presses it. */
async function typeAndPress(name: RegExp, what: 'orders' | 'contacts') {
  const act = button(name)
  await expect(act).toBeDisabled({ timeout: 60_000 })
  const [count = ''] = /\d+/.exec((await act.textContent()) ?? '') ?? []
  await field(new RegExp(`^Type ${count}, the number of ${what}`)).fill(count)
  await act.click()
}

test('a guest is forgotten across a kill, each order sent once, and no file holds anything of them @long', async () => {
  test.setTimeout(300_000)

  await test.step('somebody works with the guest first', async () => {
    const grid = new OrdersGrid(page)
    await grid.ready()
    await grid.search.fill('quennevillard')
    await expect(grid.footer).toContainText(`${visits} orders`, { timeout: 60_000 })
    await page.keyboard.press('Enter')
    await goTo(`/orders/${orders[0]}`)
    await expect(page.getByText(forgotten.email).first()).toBeVisible()
  })

  await test.step('the request is written down, and what is held is exported', async () => {
    await goTo('/privacy')
    await button('New request').first().click()
    await field('Name').fill(forgotten.name)
    await field('E-mail addresses').fill(forgotten.email)
    await field('Phone numbers').fill(forgotten.phone)
    await field('How identity was checked').fill(`Called back ${forgotten.phone}`)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    for (const order of orders) {
      await expect(page.getByRole('checkbox', { name: `Erase ${order}` })).toBeChecked({ timeout: 60_000 })
    }
    await button('Review what was chosen').click()
    await expect(page.getByText(/can be erased now/)).toBeVisible({ timeout: 60_000 })
    await saveAs(join(home, 'person.json'))
    await button('Save as JSON…').click()
    await expect.poll(() => readdir(home)).toEqual(['person.json'])
    expect(await readFile(join(home, 'person.json'), 'utf8')).toContain(forgotten.passport)
  })

  await test.step('it is killed while the orders are being erased', async () => {
    // The first is answered at once, the others are carried out and not answered before the kill.
    await sandbox.fault({
      ...{
        kind: 'delay',
        method: 'PUT',
        path: '/orders/*',
        delayMs: 4_000,
        delayAfter: true,
        skip: 1,
        count: 0,
      },
    })
    await button('Go on to erase').click()
    await button(/^Prepare the erasure of/).click()
    await typeAndPress(/^Erase the guest of/, 'orders')
    await expect.poll(async () => (await sandbox.commands()).length, { timeout: 60_000 }).toBeGreaterThan(2)
    await killAll(gatehouse.app)
    expect(await filesHolding(gatehouse.userData, forgottenValues)).toEqual([])
    await sandbox.clearFaults()
    await launch(gatehouse.userData)
  })

  await test.step('it goes on by itself, and no order is sent twice', async () => {
    await goTo('/privacy')
    await page.getByText(forgotten.name).first().dblclick()
    const erased = page.getByText('Erased', { exact: true })
    await expect(erased).toHaveCount(visits, { timeout: 120_000 })
    const sent = (await sandbox.commands()).map(({ path }) => path)
    expect(sent.toSorted()).toEqual(orders.map((order) => `/orders/${order}/deidentify`).toSorted())
    await typeAndPress(/^Overwrite/, 'contacts')
    // Said once they were overwritten: right after the click nothing is under way so far.
    await expect(page.getByText('No call reaches earlier versions.').first()).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('Under way')).toHaveCount(0, { timeout: 60_000 })
  })

  await test.step('the copies are cleared, the exported file too', async () => {
    await button('Go on to local copies').click()
    await button('Clear the copies').click()
    await page.getByRole('checkbox', { name: /person\.json/ }).check({ timeout: 60_000 })
    await button(/^Delete/).click()
    await expect.poll(() => readdir(home)).toEqual([])
  })

  await test.step('a certificate ends it, and the name is in no file, title or address', async () => {
    await button('Go on to the proof').click()
    await field('Why it may be completed although something is left').fill('Earlier revisions of contacts')
    await button('Complete although something is left').click()
    await expect(page.getByRole('heading', { name: 'Certificate' })).toBeVisible({ timeout: 90_000 })
    await goTo('/orders')
    const grid = new OrdersGrid(page)
    await grid.ready()
    await grid.search.fill('quennevillard')
    await expect(page.getByRole('heading', { name: 'No orders here' })).toBeVisible({ timeout: 30_000 })
    await grid.search.fill('')
    await gatehouse.close()
    // What the search would find if something were there.
    await writeFile(join(home, 'planted'), Buffer.from(forgotten.email.toUpperCase(), 'utf16le'))
    expect(await filesHolding(home, forgottenValues)).not.toEqual([])
    expect(await filesHolding(gatehouse.userData, forgottenValues)).toEqual([])
  })
})
