import type { Caller } from '@shared/ipc/define'
import { type BrowserWindow, dialog } from 'electron'
import { fill, type NativeText } from './native-text'

/** What can be asked. */
export type Question = keyof NativeText['confirm']

/**
 * Asks the person in a dialog of the operating system, which no page can answer or cover. `false` for everything but
 * the accepting button.
 */
export type Confirm = (
  question: Question,
  values: Readonly<Record<string, string>>,
  caller: Caller,
) => Promise<boolean>

export function createConfirm(deps: {
  readonly text: () => NativeText
  readonly windowOf: (caller: Caller) => BrowserWindow | undefined
}): Confirm {
  return async (question, values, caller) => {
    const text = deps.text().confirm[question]
    const window = deps.windowOf(caller)
    if (!window) return false
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: fill(text.message, values),
      detail: fill(text.detail, values),
      buttons: [text.decline, text.accept],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }
}
