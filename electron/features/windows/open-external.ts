import type { windowsOperations } from '@shared/features/windows'
import type { Handler } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import { type BrowserWindow, dialog, shell } from 'electron'
import { fill, type NativeText } from '../../platform/native-text'
import type { Windows } from '../../platform/windows'

/** Asks with the host in its ASCII form, so that a look-alike name shows what it is. */
export function openExternal(deps: {
  windows: Pick<Windows, 'ofCaller'>
  text: () => NativeText
}): Handler<typeof windowsOperations.openExternal> {
  return async ({ url }, caller) => {
    const { href, host } = new URL(url)
    const agreed = await confirmLink(deps.windows.ofCaller(caller), deps.text(), { url: href, host })
    if (agreed) await shell.openExternal(href)
    return ok({ opened: agreed })
  }
}

async function confirmLink(
  window: BrowserWindow | undefined,
  { link: text }: NativeText,
  link: { url: string; host: string },
): Promise<boolean> {
  const options = {
    type: 'question' as const,
    title: text.title,
    message: fill(text.question, link),
    detail: fill(text.detail, link),
    buttons: [text.open, text.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return response === 0
}
