import type { ElectronApplication } from '@playwright/test'

/** Chooses the item of the application menu that has these keys, as the keys themselves would. */
export async function pressMenuKeys(app: ElectronApplication, accelerator: string): Promise<void> {
  await app.evaluate(({ Menu }, accelerator) => {
    const all = (items: readonly Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])])
    const found = all(Menu.getApplicationMenu()?.items ?? []).find((item) => item.accelerator === accelerator)
    if (!found) throw new Error(`no menu item answers ${accelerator}`)
    found.click()
  }, accelerator)
}
