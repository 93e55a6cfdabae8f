import { Menu } from 'electron'
import { menuTemplate } from './menu'
import type { NativeText } from './native-text'
import type { Windows } from './windows'
import { nextZoom } from './zoom'

/** What the menu needs. */
export interface ApplicationMenuOptions {
  readonly text: () => NativeText
  readonly windows: Pick<Windows, 'open' | 'tellFront'>
  readonly zoom: { get(): number; set(factor: number): void }
}

/** Puts the application menu up; answers the function that does it again after a change of language. */
export function installMenu({ text, windows, zoom }: ApplicationMenuOptions): () => void {
  const install = () => {
    const template = menuTemplate({
      text: text(),
      platform: process.platform,
      development: __GATEHOUSE_DEV__,
      actions: {
        newWindow: () => windows.open(),
        zoom: (direction) => zoom.set(nextZoom(zoom.get(), direction)),
        command: (command) => windows.tellFront('menu.command', { command }),
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  install()
  return install
}
