import { join } from 'node:path'
import { eventChannel } from '@shared/ipc/channels'
import type { Caller } from '@shared/ipc/define'
import type { EventName, EventPayload } from '@shared/ipc/events'
import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import { appOrigin } from '../ipc/sender'
import { askBeforeLeaving } from './ask-before-leaving'
import { giveContextMenu } from './context-menu'
import type { NativeText } from './native-text'
import { webPreferences } from './web-preferences'
import { watchForFailures } from './window-failures'
import { cascadeFrom, firstState, placeWindow, smallest, type WindowState } from './window-state'

export interface Windows {
  /** Opens a window on a route of the renderer, such as "/orders". */
  open(route?: string): BrowserWindow
  isKnown(contents: WebContents): boolean
  /** Titles of all windows that are open. */
  titles(): readonly string[]
  /** The window that a call came from, unless it has been closed meanwhile. */
  ofCaller(caller: Caller): BrowserWindow | undefined
  /** Sends an event to every open window. */
  broadcast<Name extends EventName>(event: Name, payload: EventPayload<Name>): void
  /** Sends an event to the window in front, if there is one. */
  tellFront<Name extends EventName>(event: Name, payload: EventPayload<Name>): void
  /** The window to bring to the front when the app is asked for again. */
  focusOrOpen(): void
  /** Shows a route in the window in front, or in a new one where there is none. */
  show(route: string): void
  /** Scales the page of every window; 1 is 100 %. */
  setZoom(factor: number): void
}

export interface WindowsOptions {
  readonly readState: () => WindowState | undefined
  readonly writeState: (state: WindowState) => void
  readonly zoom: () => number
  readonly text: () => NativeText
  /** What failed, for the log. */
  readonly report: (what: string) => void
}

/** Keeps the windows that main opened; only they may call it. */
export function createWindows(options: WindowsOptions): Windows {
  const known = new Map<WebContents, BrowserWindow>()
  const front = () => BrowserWindow.getFocusedWindow() ?? [...known.values()].at(-1)

  const open = (route = '/') => {
    const { maximized, ...bounds } = nextPlace(options.readState() ?? firstState, front())
    const window = new BrowserWindow({
      ...definedOnly(bounds),
      minWidth: smallest.width,
      minHeight: smallest.height,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
      title: app.name,
      // Windows and macOS take it from the program; only Linux asks each window.
      ...(process.platform === 'linux' ? { icon: join(import.meta.dirname, '../renderer/icon.png') } : {}),
      autoHideMenuBar: true,
      webPreferences: webPreferences({
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        zoomFactor: options.zoom(),
        development: __GATEHOUSE_DEV__,
      }),
    })
    const { webContents } = window
    known.set(webContents, window)
    webContents.once('destroyed', () => known.delete(webContents))
    giveContextMenu(webContents, options.text)
    watchForFailures(window, options.text, options.report)
    askBeforeLeaving(window, options.text)
    webContents.on('did-finish-load', () => webContents.setZoomFactor(options.zoom()))
    window.once('ready-to-show', () => {
      if (maximized) window.maximize()
      window.show()
    })
    window.on('close', () => {
      options.writeState({ ...window.getNormalBounds(), maximized: window.isMaximized() })
    })
    void window.loadURL(addressOf(route))
    return window
  }

  const focusOrOpen = (route?: string): BrowserWindow | undefined => {
    const window = front()
    if (!window) {
      open(route)
      return undefined
    }
    if (window.isMinimized()) window.restore()
    window.focus()
    return window
  }

  return {
    open,
    isKnown: (contents) => known.has(contents),
    titles: () => BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    ofCaller: ({ windowId }) => [...known.values()].find((window) => window.webContents.id === windowId),
    broadcast: (event, payload) => {
      for (const contents of known.keys()) contents.send(eventChannel, event, payload)
    },
    tellFront: (event, payload) => front()?.webContents.send(eventChannel, event, payload),
    focusOrOpen: () => void focusOrOpen(),
    show: (route) => focusOrOpen(route)?.webContents.send(eventChannel, 'window.show', { route }),
    setZoom: (factor) => {
      for (const contents of known.keys()) contents.setZoomFactor(factor)
    },
  }
}

function nextPlace(remembered: WindowState, front: BrowserWindow | undefined): WindowState {
  const wanted = front ? cascadeFrom(front.getNormalBounds(), remembered) : remembered
  return placeWindow(
    wanted,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
}

/** A route may carry a query, which the renderer's router expects before the hash. */
function addressOf(route: string): string {
  const [path = '/', query] = route.split('?')
  return `${appOrigin}/${query === undefined ? '' : `?${query}`}#${path}`
}

function definedOnly<T extends object>(value: T) {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
