import type { ElectronApplication } from '@playwright/test'

/**
 * Answers the next menu of a row, which the system draws, as a person would.
 * @param choice words of the item to choose; none closes it
 * @returns the words of what it offered; in brackets what was not to be chosen
 */
export async function answerRowMenu(
  app: ElectronApplication,
  open: () => Promise<void>,
  choice?: string,
): Promise<string[]> {
  const offered = app.evaluate(
    ({ Menu }, wanted) =>
      new Promise<string[]>((resolve) => {
        const { popup } = Menu.prototype
        Menu.prototype.popup = function (options) {
          Menu.prototype.popup = popup
          const items = this.items.filter(({ type }) => type === 'normal')
          resolve(items.map(({ label, enabled }) => (enabled ? label : `(${label})`)))
          items.find(({ label, enabled }) => enabled && label === wanted)?.click()
          options?.callback?.()
        }
      }),
    choice,
  )
  await open()
  return offered
}
