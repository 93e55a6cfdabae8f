import { type BrowserWindow, dialog } from 'electron'
import type { NativeText } from './native-text'

/**
 * Asks before a window closes or loads anew while its page holds work that is nowhere else (`renderer/lib/hold-window.ts`).
 * Main goes on with what was sent either way.
 */
export function askBeforeLeaving(window: BrowserWindow, text: () => NativeText): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { message, detail, stay, leave } = text().unsaved
    // The page waits for the answer, so nothing else can be given to wait for.
    const answer = dialog.showMessageBoxSync(window, {
      ...{ type: 'warning', message, detail, noLink: true },
      ...{ buttons: [stay, leave], defaultId: 0, cancelId: 0 },
    })
    if (answer === 1) event.preventDefault()
  })
}
