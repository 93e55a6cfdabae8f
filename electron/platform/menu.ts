import type { MenuItemConstructorOptions } from 'electron'
import type { NativeText } from './native-text'

/** What the menu can ask for. */
export interface MenuActions {
  newWindow(): void
  zoom(direction: 'in' | 'out' | 'reset'): void
  /** Tells the window in front. */
  command(command: 'open-settings' | 'show-help'): void
}

export interface MenuOptions {
  readonly text: NativeText
  readonly platform: NodeJS.Platform
  /** Adds reload and DevTools, which packaged builds do not have. */
  readonly development: boolean
  readonly actions: MenuActions
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

/** The application menu. On a Mac it stands at the top; elsewhere Alt shows it. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { text, platform } = options
  const mac = platform === 'darwin'
  return [
    ...(mac ? [appMenu(options)] : []),
    { label: text.menu.file, submenu: fileMenu(options, mac) },
    { label: text.menu.edit, submenu: editMenu(text) },
    { label: text.menu.view, submenu: viewMenu(options) },
    { label: text.menu.window, role: 'window', submenu: windowMenu(text, mac) },
    { label: text.menu.help, role: 'help', submenu: helpMenu(options, mac) },
  ]
}

const settingsItem = ({ text, actions }: MenuOptions): Item => ({
  label: text.menu.settings,
  accelerator: 'CmdOrCtrl+,',
  click: () => actions.command('open-settings'),
})

const appMenu = (options: MenuOptions): Item => ({
  label: options.text.appName,
  submenu: [
    { role: 'about', label: options.text.menu.about },
    separator,
    settingsItem(options),
    separator,
    { role: 'services' },
    separator,
    { role: 'hide', label: options.text.menu.hide },
    { role: 'hideOthers', label: options.text.menu.hideOthers },
    { role: 'unhide', label: options.text.menu.unhide },
    separator,
    { role: 'quit', label: options.text.menu.quit },
  ],
})

function fileMenu(options: MenuOptions, mac: boolean): Item[] {
  const { text, actions } = options
  return [
    { label: text.menu.newWindow, accelerator: 'CmdOrCtrl+N', click: () => actions.newWindow() },
    separator,
    ...(mac ? [] : [settingsItem(options), separator]),
    { role: 'close', label: text.menu.closeWindow },
    ...(mac ? [] : [{ role: 'quit', label: text.menu.quit } satisfies Item]),
  ]
}

const editMenu = (text: NativeText): Item[] => [
  { role: 'undo', label: text.menu.undo },
  { role: 'redo', label: text.menu.redo },
  separator,
  { role: 'cut', label: text.menu.cut },
  { role: 'copy', label: text.menu.copy },
  { role: 'paste', label: text.menu.paste },
  { role: 'selectAll', label: text.menu.selectAll },
]

function viewMenu({ text, actions, development }: MenuOptions): Item[] {
  const zoomIn = () => actions.zoom('in')
  const hidden = { visible: false, acceleratorWorksWhenHidden: true }
  const items: Item[] = [
    { label: text.menu.zoomReset, accelerator: 'CmdOrCtrl+0', click: () => actions.zoom('reset') },
    { label: text.menu.zoomIn, accelerator: 'CmdOrCtrl+Plus', click: zoomIn },
    // The same key without Shift, and the one of the number pad.
    { label: text.menu.zoomIn, accelerator: 'CmdOrCtrl+=', click: zoomIn, ...hidden },
    { label: text.menu.zoomIn, accelerator: 'CmdOrCtrl+numadd', click: zoomIn, ...hidden },
    { label: text.menu.zoomOut, accelerator: 'CmdOrCtrl+-', click: () => actions.zoom('out') },
    {
      label: text.menu.zoomOut,
      accelerator: 'CmdOrCtrl+numsub',
      click: () => actions.zoom('out'),
      ...hidden,
    },
    separator,
    { role: 'togglefullscreen', label: text.menu.fullScreen },
  ]
  if (!development) return items
  return [
    ...items,
    separator,
    // Not Ctrl+R, which reloads what the screen shows.
    { role: 'forceReload', label: text.menu.reload },
    { role: 'toggleDevTools', label: text.menu.devTools },
  ]
}

const windowMenu = (text: NativeText, mac: boolean): Item[] => [
  { role: 'minimize', label: text.menu.minimize },
  ...(mac
    ? [
        { role: 'zoom', label: text.menu.zoomWindow } satisfies Item,
        { role: 'front', label: text.menu.front } satisfies Item,
      ]
    : []),
]

const helpMenu = ({ text, actions }: MenuOptions, mac: boolean): Item[] => [
  { label: text.menu.shortcuts, click: () => actions.command('show-help') },
  ...(mac ? [] : [separator, { role: 'about', label: text.menu.about } satisfies Item]),
]
