import { expect, test } from '@playwright/test'
import { filesHolding } from '../support/byte-search'
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

test('an agent finds an order, cancels one ticket of it and finds the operation in the journal', async () => {
  const { window } = gatehouse
  const { order, booking } = partlyCancellable(await sandbox.orders())
  const [ticket, ...others] = booking.product_type_details
  if (!ticket) throw new Error('no ticket')

  await test.step('first start opens on the sandbox', async () => {
    await expect(window.getByRole('grid', { name: 'Orders' })).toBeVisible()
    await expect(window.getByText('built-in sandbox').first()).toBeVisible()
  })

  await test.step('find the order by its reference', async () => {
    await window.keyboard.press('/')
    await window.keyboard.type(order.order_reference)
    await window.keyboard.press('Enter')
    await window.getByRole('gridcell', { name: order.order_reference }).first().dblclick()
    await expect(window.getByRole('heading', { level: 1, name: order.order_reference })).toBeVisible()
  })

  await test.step('choose one ticket and see what it will do', async () => {
    await window.getByRole('button', { name: 'Cancel…' }).click()
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Review' })).toBeDisabled()
    await dialog.getByRole('checkbox', { name: ticket.product_type_code }).check()
    await expect(dialog.getByText('1 ticket is cancelled.')).toBeVisible()
    await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
    await dialog.getByRole('radio', { name: 'Yes, give the money back' }).check()
    await dialog.getByLabel('Reason').fill('Guest cannot come')
    await dialog.getByRole('button', { name: 'Review' }).click()
    await expect(dialog.getByText('This cannot be undone.')).toBeVisible()
    expect(await sandbox.commands()).toHaveLength(0)
  })

  await test.step('confirm and see what it did', async () => {
    const dialog = window.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Confirm cancellation' }).click()
    await expect(dialog.getByText('As forecast.')).toBeVisible()
  })

  await test.step('the server cancelled that ticket once, and nothing else', async () => {
    const commands = await sandbox.commands()
    expect(commands).toHaveLength(1)
    expect(commands[0]?.method).toBe('DELETE')
    const query = new URLSearchParams(commands[0]?.query)
    expect(query.get('payment_refund')).toBe('true')
    expect(query.get('cancellation_reason')).toBe('Guest cannot come')
    expect(query.getAll('product_type_transaction_id')).toEqual([ticket.product_type_transaction_id])
    const now = (await sandbox.versions(order.order_reference)).at(-1)
    expect(now?.order_version).toBe(order.order_version + 1)
    const tickets = now?.order_bookings.flatMap((one) => one.product_type_details) ?? []
    for (const one of tickets) {
      const expected =
        one.product_type_transaction_id === ticket.product_type_transaction_id ? 'CANCELLED' : 'CONFIRMED'
      expect(one.product_type_status).toBe(expected)
    }
    expect(others.length).toBeGreaterThan(0)
    expect(await sandbox.violations()).toEqual([])
  })

  await test.step('Operations has it as done, with who and what', async () => {
    await window.getByRole('dialog').getByRole('link', { name: 'Open Operations' }).click()
    const row = window
      .getByRole('grid', { name: 'Operations' })
      .getByRole('row')
      .filter({ hasText: order.order_reference })
    await expect(row).toContainText('Done')
  })

  await test.step('nothing secret or personal is left in any file of the application', async () => {
    const guest = order.order_contacts?.[0]
    const texts = [
      sandbox.clientSecret,
      guest?.contact_email,
      guest?.contact_phone,
      'Guest cannot come',
      'eyJ',
    ].filter((text) => text !== undefined)
    expect(texts.length).toBeGreaterThan(3)
    expect(await filesHolding(gatehouse.userData, texts)).toEqual([])
  })
})
