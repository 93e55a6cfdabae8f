import { expect, type Locator, test } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { OrdersGrid } from '../support/orders-grid'
import { type Sandbox, startSandbox } from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 400 })
  gatehouse = await launchGatehouse({ env: { ...sandbox.env, GATEHOUSE_MIRROR: 'kept' } })
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const numberIn = (text: string) => Number(text.replaceAll(/[^\d]/g, ''))

test('what the orders come to is seen at a glance, and every figure leads to as many orders', async () => {
  const { window: page } = gatehouse
  const orders = new OrdersGrid(page)
  const faces = page.getByRole('radiogroup', { name: 'Look at' })
  const overview = page.getByRole('region', { name: 'Overview', exact: true })
  const look = (face: 'List' | 'Overview') => faces.getByText(face, { exact: true }).click()
  const card = (title: string) => page.getByRole('region', { name: title, exact: true })
  const clear = async () => {
    const button = page.getByRole('button', { name: 'Clear filters' })
    const crosses = page.getByRole('button', { name: /^Remove the filter/ })
    if (await button.isVisible()) await button.click()
    else if ((await crosses.count()) > 0) await crosses.first().click()
    await look('Overview')
    await expect(overview).toHaveAttribute('aria-busy', 'false')
  }
  /** Follows a figure to the list, which has as many orders as it said. */
  const follow = async (figure: Locator) => {
    const said = numberIn(await figure.innerText())
    expect(said).toBeGreaterThan(0)
    await figure.click()
    await orders.ready()
    await expect(orders.footer.getByRole('status').first()).toHaveText(
      said === 1 ? '1 order' : `${said} orders`,
    )
    await clear()
  }
  const tableOf = async (title: string) => {
    const asTable = page.getByRole('button', { name: `${title}: show as a table` })
    if (await asTable.isVisible()) await asTable.click()
    return page.getByRole('table', { name: title })
  }

  await test.step('it is there once the copy is', async () => {
    await expect(page.getByRole('button', { name: /^Local copy, up to \d/ })).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByRole('button', { name: 'Go to a row' })).toBeVisible()
    await look('Overview')
    await expect(overview).toHaveAttribute('aria-busy', 'false')
    // There are no rows to go to.
    await expect(page.getByRole('button', { name: 'Go to a row' })).toBeHidden()
    for (const title of ['Arrivals per day', 'Sales and refunds per week', 'Cancellation rate per week'])
      await expect(card(title).getByRole('img', { name: /as a table/ })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a click in a chart shows the orders of that day', async () => {
    const bars = card('Arrivals per day').locator('.recharts-bar-rectangle path')
    const tallest = await bars.evaluateAll((found) => {
      const heights = found.map((bar) => bar.getBoundingClientRect().height)
      return heights.indexOf(Math.max(...heights))
    })
    await bars.nth(tallest).hover()
    const tip = card('Arrivals per day').locator('.recharts-tooltip-wrapper')
    const said = numberIn((await tip.locator('dd').first().innerText()) ?? '')
    await bars.nth(tallest).click()
    await orders.ready()
    await expect(orders.footer.getByRole('status').first()).toHaveText(
      said === 1 ? '1 order' : `${said} orders`,
    )
    await expect(faces.getByRole('radio', { name: 'List' })).toBeFocused()
    await clear()
  })

  await test.step('figures of days, weeks, currencies, refunds and cancellations do as well', async () => {
    /** The last figure of a column, further back where there is none in sight. */
    const linkIn = async (title: string, column: number) => {
      const links = (await tableOf(title)).locator(`tbody tr td:nth-of-type(${column}) button`)
      const earlier = page.getByRole('button', { name: `${title}: earlier` })
      while ((await links.count()) === 0) await earlier.click()
      return links.last()
    }
    await follow(await linkIn('Arrivals per day', 2))
    await page.getByRole('combobox', { name: 'Currency of the chart' }).selectOption({ index: 1 })
    await follow(await linkIn('Sales and refunds per week', 1))
    await follow(await linkIn('Sales and refunds per week', 4))
    await follow(await linkIn('Cancellation rate per week', 2))
  })

  await test.step('so do products and groups', async () => {
    await follow(
      card('Top products').getByRole('listitem').first().getByRole('button').locator('span').last(),
    )
    for (const by of ['Status', 'Month of travel']) {
      await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: by })
      await follow(card('Totals by group').locator('tbody button').first())
    }
  })

  await test.step('it answers for the search and the filters of the list', async () => {
    const all = card('Totals by group').locator('tfoot td').first()
    const before = numberIn(await all.innerText())
    await orders.search.fill('museum')
    await expect.poll(async () => numberIn(await all.innerText())).toBeLessThan(before)
    const found = numberIn(await all.innerText())
    await expect(orders.footer.getByRole('status').first()).toHaveText(`${found} orders`)
    const [first] = await sandbox.orders()
    await orders.search.fill(first?.order_reference ?? '')
    await expect(orders.footer.getByRole('status').first()).toHaveText('1 order')
    const rate = card('Cancellation rate per week')
    await expect(rate.getByText('100%', { exact: true })).toBeVisible()
    await expect(rate.getByText(/[2-9]00%/)).toHaveCount(0)
    await orders.search.fill('nobody atall')
    await expect(page.getByRole('button', { name: 'Ask the server' })).toBeVisible()
    await orders.search.fill('')
  })

  await test.step('its tables are reached from the keyboard, and legible to all', async () => {
    await tableOf('Arrivals per day')
    await expectAccessible(page)
    const link = (await tableOf('Arrivals per day')).locator('button').first()
    const said = numberIn(await link.innerText())
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(orders.footer.getByRole('status').first()).toHaveText(
      said === 1 ? '1 order' : `${said} orders`,
    )
  })

  await test.step('without a copy it says why there is nothing, and where to begin', async () => {
    await page.evaluate(async () => {
      const { call } = window.gatehouse
      const listed = (await call('profiles.listProfiles', '{}')) as { value: { active: string } }
      await call('mirror.forgetMirror', JSON.stringify({ profile: listed.value.active }))
    })
    await look('Overview')
    await expect(page.getByText('There are no charts without a local copy')).toBeVisible()
    await page.getByRole('button', { name: 'Open Settings' }).click()
    await expect(page.getByRole('region', { name: 'Local copy' })).toBeVisible()
  })
})
