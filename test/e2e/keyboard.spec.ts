import { expect, type Page, test } from '@playwright/test'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { partlyCancellable, type Sandbox, startSandbox } from '../support/sandbox'

let sandbox: Sandbox
let gatehouse: Gatehouse

test.beforeAll(async () => {
  sandbox = await startSandbox()
  gatehouse = await launchGatehouse({ env: sandbox.env })
})

test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

/** Presses Tab until what has the focus is called so; fails after a whole round. */
async function tabTo(window: Page, name: string): Promise<void> {
  for (let press = 0; press < 80; press += 1) {
    const focused = await window.evaluate(() => {
      const element = document.activeElement
      if (!element) return ''
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      return [
        element.getAttribute('aria-label'),
        ...labels.map((label) => label.textContent),
        element.textContent,
      ].join(' ')
    })
    if (focused.includes(name)) return
    await window.keyboard.press('Tab')
  }
  throw new Error(`"${name}" cannot be reached with Tab`)
}

test('the whole main job needs no mouse', async () => {
  const { window } = gatehouse
  const { keyboard } = window
  const { order, booking } = partlyCancellable(await sandbox.orders())
  const [ticket] = booking.product_type_details
  await expect(window.getByRole('grid', { name: 'Orders' }).getByRole('row').nth(3)).toBeVisible()

  await keyboard.press('/')
  await keyboard.type(order.order_reference)
  await keyboard.press('Enter')
  await expect(window.getByRole('grid', { name: 'Orders' }).getByRole('row')).toHaveCount(2)
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: order.order_reference })).toBeVisible()

  await expect(window.getByRole('button', { name: 'Cancel…' })).toBeEnabled()
  await keyboard.press('c')
  await expect(window.getByRole('dialog')).toBeVisible()
  await tabTo(window, ticket?.product_type_code ?? '')
  await keyboard.press('Space')
  await tabTo(window, 'Yes, give the money back')
  await keyboard.press('Space')
  await tabTo(window, 'Reason')
  await keyboard.type('Guest cannot come')
  await keyboard.press('Control+Enter')
  await expect(window.getByRole('button', { name: 'Confirm cancellation' })).toBeVisible()

  await test.step('plain Enter moves no money', async () => {
    await tabTo(window, 'Confirm cancellation')
    await keyboard.press('Enter')
    expect(await sandbox.commands()).toEqual([])
  })

  await keyboard.press('Control+Enter')
  await expect(window.getByText('As forecast.')).toBeVisible()
  expect(await sandbox.commands(order.order_reference)).toHaveLength(1)

  await keyboard.press('Escape')
  await keyboard.press('g')
  await keyboard.press('j')
  await expect(window.getByRole('grid', { name: 'Operations' })).toBeVisible()
})
