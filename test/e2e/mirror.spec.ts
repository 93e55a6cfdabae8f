import { expect, test } from '@playwright/test'
import { filesHolding } from '../support/byte-search'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { OrdersGrid } from '../support/orders-grid'
import { type Sandbox, sandboxCredentials, startSandbox } from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse
const launch = (userData?: string) =>
  launchGatehouse({
    ...(userData === undefined ? {} : { userData }),
    env: { ...sandbox.env, GATEHOUSE_MIRROR: 'kept' },
  })

test.beforeAll(async () => {
  sandbox = await startSandbox({ orders: 400 })
  gatehouse = await launch()
})
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

const copy = () => gatehouse.window.getByRole('region', { name: 'Local copy' })
const goTo = (route: string) =>
  gatehouse.window.evaluate((hash) => {
    location.hash = hash
  }, `#${route}`)
const killMirror = () =>
  gatehouse.app.evaluate(({ app }) => {
    const found = app.getAppMetrics().find(({ name }) => name === 'Gatehouse mirror')
    if (found) process.kill(found.pid, 'SIGKILL')
    return found !== undefined
  })

test('the copy is kept in step, survives its process, shows no guest on disk, and is there without a server', async () => {
  const [order] = await sandbox.orders()
  const reference = order?.order_reference ?? ''

  await test.step('it fills by itself and says how it stands', async () => {
    await goTo('/settings')
    await expect(copy().getByRole('status')).toContainText('as the server had them', { timeout: 60_000 })
  })

  await test.step('what somebody else changed comes in when it is brought up to date', async () => {
    const heldVersion = () =>
      gatehouse.window.evaluate(async (wanted) => {
        const { call } = window.gatehouse
        const listed = (await call('profiles.listProfiles', '{}')) as { value: { active: string } }
        const question = JSON.stringify({ profile: listed.value.active, order: wanted })
        const answer = (await call('mirror.readCopy', question)) as {
          value: { copy?: { order: { order_version: number } } }
        }
        return answer.value.copy?.order.order_version
      }, reference)
    const before = await heldVersion()
    await sandbox.touch(reference)
    await copy().getByRole('button', { name: 'Bring up to date' }).click()
    await expect.poll(heldVersion).toBe((before ?? 0) + 1)
  })

  await test.step('it is kept for fewer months once it was said what that removes', async () => {
    const months = copy().getByLabel('Months of orders to keep')
    const change = copy().getByRole('button', { name: 'Change…' })
    const standing = copy().getByRole('status')
    await expect(standing).toContainText('400 orders')
    await months.fill('2')
    await change.click()
    const dialog = gatehouse.window.getByRole('dialog', { name: /Keep the orders of 2 months instead of 13/ })
    const remove = dialog.getByRole('button', { name: /^Remove \d+ orders$/ })
    const removed = Number((await remove.innerText()).replace(/\D/g, ''))
    await dialog.getByRole('button', { name: 'Leave it at 13 months' }).click()
    await expect(months).toBeFocused()
    await expect(months).toHaveValue('13')
    await expect(standing).toContainText('400 orders')
    await months.fill('2')
    await change.click()
    await remove.click()
    await expect(standing).toContainText(`${400 - removed} orders`)
    await months.fill('13')
    await change.click()
    await gatehouse.window.getByRole('dialog').getByRole('button', { name: 'Keep 13 months' }).click()
    await expect(standing).toContainText('400 orders, as the server had them')
  })

  await test.step('its process may die: the list is made again', async () => {
    await goTo('/orders')
    const orders = new OrdersGrid(gatehouse.window)
    await orders.ready()
    expect(await killMirror()).toBe(true)
    await orders.search.fill(reference)
    await expect(orders.cell(0, 'reference')).toHaveText(reference)
    await expect(orders.footer).toContainText(/^1 order(?!s)/)
  })

  await test.step('what it does not hold is asked of the server', async () => {
    const orders = new OrdersGrid(gatehouse.window)
    await orders.search.fill('Nobody Atall')
    await gatehouse.window.getByRole('button', { name: 'Ask the server' }).click()
    const back = gatehouse.window.getByRole('button', { name: /back to the local copy/ })
    await expect(back).toBeVisible()
    await expect(gatehouse.window.getByText(/Nothing was found for/)).toBeVisible()
    expect((await sandbox.ledger()).at(-1)?.query).toContain('Nobody')
    await back.click()
    await orders.search.fill('')
    await orders.ready()
  })

  await test.step('a link from outside shows its order', async () => {
    await gatehouse.app.evaluate(({ app }, link) => {
      app.emit('second-instance', {}, ['gatehouse', link])
    }, `gatehouse://order/${reference}`)
    await expect(gatehouse.window.getByRole('heading', { name: reference })).toBeVisible()
  })

  await test.step('the page of an order shows the copy at once, and what the server has as soon as that comes', async () => {
    const [, other] = await sandbox.orders()
    const { order_reference: opened = '', order_version: held = 0 } = other ?? {}
    await sandbox.touch(opened)
    await sandbox.fault({ kind: 'delay', method: 'GET', path: `/orders/${opened}`, delayMs: 3000 })
    await gatehouse.app.evaluate(({ app }, link) => {
      app.emit('second-instance', {}, ['gatehouse', link])
    }, `gatehouse://order/${opened}`)
    const page = gatehouse.window.getByRole('article').filter({ hasText: opened })
    await expect(page.getByText(`v${held}`, { exact: true })).toBeVisible()
    await expect(page.getByText(`v${held + 1}`, { exact: true })).toBeVisible()
    await sandbox.clearFaults()
  })

  await test.step('one to an order that is not there says so, by the reference as it was written', async () => {
    await gatehouse.app.evaluate(({ app }) => {
      app.emit('second-instance', {}, ['gatehouse', 'gatehouse://order/NO%3ASUCH%3AORDER'])
    })
    await expect(gatehouse.window.getByRole('heading', { name: 'No order NO:SUCH:ORDER here' })).toBeVisible()
    expect((await sandbox.ledger()).at(-1)?.path).toMatch(/NO(:|%3A)SUCH(:|%3A)ORDER$/)
  })

  const { userData } = gatehouse
  await gatehouse.close()
  await test.step('no guest is to be read on disk', async () => {
    const people = (await sandbox.orders())
      .slice(0, 40)
      .flatMap(({ order_contacts = [] }) =>
        order_contacts.flatMap(({ contact_email, contact_name_last }) => [contact_email, contact_name_last]),
      )
    const distinctive = people.filter((text): text is string => (text?.length ?? 0) > 7)
    expect(distinctive.length).toBeGreaterThan(20)
    const secrets = [sandboxCredentials.clientSecret, reference]
    expect(await filesHolding(userData, [...distinctive, ...secrets])).toEqual([])
  })

  await test.step('after a restart the list is read of it, and not of the server as well', async () => {
    const before = (await sandbox.ledger()).length
    gatehouse = await launch(userData)
    await new OrdersGrid(gatehouse.window).ready()
    await expect(gatehouse.window.getByRole('button', { name: /Local copy/ })).toBeVisible()
    const lists = (await sandbox.ledger()).slice(before).filter(({ path }) => path.endsWith('/orders'))
    // The copy itself asks by when orders were created or modified.
    expect(lists.filter(({ query }) => !/order_(created|modified)_from/.test(query))).toEqual([])
    await gatehouse.close()
  })

  await test.step('after a restart it is there although no server is', async () => {
    await sandbox.stop()
    gatehouse = await launch(userData)
    const orders = new OrdersGrid(gatehouse.window)
    await orders.ready()
    await expect(gatehouse.window.getByRole('button', { name: /Local copy/ })).toContainText('Offline')
    await orders.search.fill(reference)
    await expect(orders.cell(0, 'reference')).toHaveText(reference)
    await orders.cell(0, 'reference').dblclick()
    await expect(gatehouse.window.getByRole('heading', { name: reference })).toBeVisible()
  })
})
