import { join } from 'node:path'
import { contract } from '@shared/ipc/contract'
import { app, session } from 'electron'
import { appHandlers } from './features/app'
import { createDispatch } from './ipc/dispatch'
import { registerCalls } from './ipc/register'
import { registerAppScheme, serveRenderer } from './platform/app-protocol'
import { lockDown } from './platform/lockdown'
import { createWindows } from './platform/windows'

/** Several installations side by side, and tests, name their own folder. */
const userData = process.env.GATEHOUSE_USER_DATA
if (userData) app.setPath('userData', userData)

registerAppScheme()
// Chromium refuses its sandbox to root (containers, CI); whoever starts it so has passed the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)

function start(): void {
  const windows = createWindows({
    readState: () => ({ width: 1440, height: 900, maximized: false }),
    writeState: () => {},
  })
  lockDown(session.defaultSession)
  serveRenderer(session.defaultSession, join(import.meta.dirname, '../renderer'), () => ({
    language: 'en',
    colorScheme: 'auto',
  }))
  registerCalls(
    createDispatch(contract, { app: appHandlers() }, () => {}),
    windows.isKnown,
  )
  windows.open()
  app.on('second-instance', () => windows.focusOrOpen())
  app.on('activate', () => windows.focusOrOpen())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}
