import { type BrowserWindow, dialog } from 'electron'
import type { NativeText } from './native-text'

/**
 * Offers to load a window again when its page has crashed or hangs. Operations run in main and go on meanwhile.
 * `report` gets the reason for the log.
 */
export function watchForFailures(
  window: BrowserWindow,
  text: () => NativeText,
  report: (what: string) => void,
): void {
  const { webContents } = window
  let asking = false
  let replacing = false

  const ask = async (buttons: { message: string; detail: string; yes: string; no: string }) => {
    if (asking || window.isDestroyed()) return undefined
    asking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: buttons.message,
      detail: buttons.detail,
      buttons: [buttons.yes, buttons.no],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    asking = false
    return window.isDestroyed() ? undefined : response === 0
  }

  webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || replacing) return
    report(`renderer gone: ${reason} (${exitCode})`)
    const reload = await ask({
      message: text().crashed.title,
      detail: text().crashed.detail,
      yes: text().crashed.reload,
      no: text().crashed.close,
    })
    if (reload === true) webContents.reload()
    if (reload === false) window.destroy()
  })

  window.on('unresponsive', async () => {
    report('renderer does not respond')
    const wait = await ask({
      message: text().hung.title,
      detail: text().hung.detail,
      yes: text().hung.wait,
      no: text().hung.reload,
    })
    if (wait !== false) return
    // A page that hangs does not unload by itself.
    replacing = true
    webContents.once('did-finish-load', () => {
      replacing = false
    })
    webContents.forcefullyCrashRenderer()
    webContents.reload()
  })
}
