import { expect, type Locator, type Page } from '@playwright/test'
import type { SandboxOrder } from './sandbox'

/** The cancel dialog, as a person sees it. */
export interface CancelDialog {
  readonly root: Locator
  readonly review: Locator
  readonly confirm: Locator
  heading(name: string | RegExp): Locator
  /** Ticks the ticket, and says yes to the refund and why, unless told otherwise. */
  choose(code: string, options?: { refund?: boolean; reason?: string }): Promise<void>
}

/** Goes to an order in a window. */
export async function openOrder(page: Page, reference: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#/orders/${to}`
  }, reference)
  await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
}

/** Opens the dialog on an order. */
export async function openCancelDialog(
  page: Page,
  order: Pick<SandboxOrder, 'order_reference'>,
): Promise<CancelDialog> {
  await openOrder(page, order.order_reference)
  await page.getByRole('button', { name: 'Cancel…' }).click()
  const dialog = cancelDialog(page)
  await expect(dialog.root).toBeVisible()
  return dialog
}

export function cancelDialog(page: Page): CancelDialog {
  const root = page.getByRole('dialog')
  return {
    root,
    review: root.getByRole('button', { name: 'Review' }),
    confirm: root.getByRole('button', { name: 'Confirm cancellation' }),
    heading: (name) => root.getByRole('heading', { level: 3, name }),
    choose: async (code, { refund = true, reason = 'Guest cannot come' } = {}) => {
      await root.getByRole('checkbox', { name: code }).check()
      const choice = root.getByRole('radio', { name: refund ? 'Yes, give the money back' : 'No refund' })
      await choice.check()
      await root.getByLabel('Reason').fill(reason)
    },
  }
}
