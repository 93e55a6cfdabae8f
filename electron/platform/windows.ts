import { join } from 'node:path'
import { eventChannel } from '@shared/ipc/channels'
import type { EventName, EventPayload } from '@shared/ipc/events'
import { BrowserWindow, nativeTheme, type WebContents } from 'electron'

/** Size and place of a window, remembered between starts. Pixels of the screen. */
export interface WindowState {
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export interface Windows {
  /** Opens a window on a route of the renderer, such as "/orders". */
  open(route?: string): BrowserWindow
  isKnown(contents: WebContents): boolean
  /** Sends an event to every open window. */
  broadcast<Name extends EventName>(event: Name, payload: EventPayload<Name>): void
  /** The window to bring to the front when the app is asked for again. */
  focusOrOpen(): void
}

/** Keeps the windows that main opened; only they may call it. */
export function createWindows(options: {
  readState: () => WindowState
  writeState: (state: WindowState) => void
}): Windows {
  const known = new Set<WebContents>()

  const open = (route = '/') => {
    const { maximized, ...bounds } = options.readState()
    const window = new BrowserWindow({
      ...definedOnly(bounds),
      minWidth: 720,
      minHeight: 480,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
      title: 'Gatehouse',
      webPreferences: {
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
        devTools: __GATEHOUSE_DEV__,
      },
    })
    const { webContents } = window
    known.add(webContents)
    webContents.once('destroyed', () => known.delete(webContents))
    window.once('ready-to-show', () => {
      if (maximized) window.maximize()
      window.show()
    })
    window.on('close', () => {
      options.writeState({ ...window.getNormalBounds(), maximized: window.isMaximized() })
    })
    void window.loadURL(`app://gatehouse/#${route}`)
    return window
  }

  return {
    open,
    isKnown: (contents) => known.has(contents),
    broadcast: (event, payload) => {
      for (const contents of known) contents.send(eventChannel, event, payload)
    },
    focusOrOpen: () => {
      const [first] = BrowserWindow.getAllWindows()
      if (!first) return void open()
      if (first.isMinimized()) first.restore()
      first.focus()
    },
  }
}

function definedOnly<T extends object>(value: T) {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
