import type { RowMenuItem, windowsOperations } from '@shared/features/windows'
import type { Handler } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { NativeText } from '../../platform/native-text'
import type { Windows } from '../../platform/windows'

/** Shows the menu and answers what was chosen. What it is chosen for stays with the window that asked. */
export function showRowMenu(deps: {
  windows: Pick<Windows, 'ofCaller'>
  text: () => NativeText
}): Handler<typeof windowsOperations.showRowMenu> {
  return ({ groups, x, y }, caller) =>
    new Promise((resolve) => {
      let chosen: RowMenuItem | undefined
      const items = groups.map((group) =>
        group.map(({ item, enabled }): MenuItemConstructorOptions => {
          const click = () => {
            chosen = item
          }
          return { label: deps.text().rowMenu[item], enabled, click }
        }),
      )
      const window = deps.windows.ofCaller(caller)
      if (!window) return resolve(ok({}))
      // A page that is zoomed counts in other pixels than its window.
      const zoom = window.webContents.getZoomFactor()
      Menu.buildFromTemplate(items.flatMap((group, at) => (at === 0 ? group : [separator, ...group]))).popup({
        window,
        x: Math.round(x * zoom),
        y: Math.round(y * zoom),
        // Some systems close the menu before they tell which item was clicked.
        callback: () => setTimeout(() => resolve(ok(chosen ? { chosen } : {}))),
      })
    })
}

const separator: MenuItemConstructorOptions = { type: 'separator' }
