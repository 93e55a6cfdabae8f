import { BrowserWindow, session } from 'electron'

/**
 * Makes a PDF of a page. It is rendered in a window that nobody sees, which runs no script, asks for nothing and keeps
 * nothing; the page has to hold all that it needs.
 * @throws when Chromium cannot render it
 */
export async function htmlToPdf(html: string): Promise<Uint8Array> {
  // Without `persist:` it is in memory only.
  const own = session.fromPartition('pdf', { cache: false })
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith('data:text/html') }))
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
    },
  })
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`)
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true })
  } finally {
    window.destroy()
  }
}
