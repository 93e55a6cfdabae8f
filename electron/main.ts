import { join } from 'node:path'
import { contract } from '@shared/ipc/contract'
import { app, session } from 'electron'
import { appHandlers } from './features/app'
import { windowsHandlers } from './features/windows'
import { createDispatch } from './ipc/dispatch'
import { registerCalls } from './ipc/register'
import { registerAppScheme, serveRenderer } from './platform/app-protocol'
import { installMenu } from './platform/application-menu'
import { ignoreDebuggingSwitches } from './platform/debugging-switches'
import { lockDown } from './platform/lockdown'
import { nativeText } from './platform/native-text'
import { createWindows } from './platform/windows'

/** Several installations side by side, and tests, name their own folder. */
const userData = process.env.GATEHOUSE_USER_DATA
if (userData) app.setPath('userData', userData)

registerAppScheme()
// An installation with a folder of its own has its own keychain entries, and nothing of the person's to see.
if (!__GATEHOUSE_DEV__ && !userData) ignoreDebuggingSwitches(app.commandLine)
// Chromium refuses its sandbox to root (containers, CI); whoever starts it so has passed the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)

function start(): void {
  const text = () => nativeText('en')
  let zoom = 1
  const windows = createWindows({
    readState: () => undefined,
    writeState: () => {},
    zoom: () => zoom,
    text,
    report: () => {},
  })
  const setZoom = (factor: number) => {
    zoom = factor
    windows.setZoom(factor)
  }
  installMenu({ text, windows, zoom: { get: () => zoom, set: setZoom } })
  lockDown(session.defaultSession, windows.isKnown)
  serveRenderer(session.defaultSession, join(import.meta.dirname, '../renderer'), () => ({
    language: 'en',
    colorScheme: 'auto',
  }))
  registerCalls(
    createDispatch(contract, { app: appHandlers(), windows: windowsHandlers({ windows, text }) }, () => {}),
    windows.isKnown,
  )
  windows.open()
  app.on('second-instance', () => windows.focusOrOpen())
  app.on('activate', () => windows.focusOrOpen())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}
