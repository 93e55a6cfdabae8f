import { randomUUID } from 'node:crypto'
import { BrowserWindow, type Session, session } from 'electron'

const origin = 'app://page'

/** Pages that are being printed, by the address that they are served from. */
const pages = new Map<string, string>()
let own: Session | undefined

/**
 * Makes a PDF of a page. It is rendered in a window that nobody sees, which runs no script, asks for nothing and keeps
 * nothing; the page has to hold all that it needs. It is served from memory: an address that holds the page itself is cut
 * off by Chromium after 2 MB, and a file would hold a person.
 * @throws when Chromium cannot render it
 */
export async function htmlToPdf(html: string): Promise<Uint8Array> {
  own ??= openSession()
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
  const url = `${origin}/${randomUUID()}`
  pages.set(url, html)
  try {
    await window.loadURL(url)
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true })
  } finally {
    pages.delete(url)
    window.destroy()
  }
}

/** Without `persist:` it is in memory only. */
function openSession(): Session {
  const opened = session.fromPartition('pdf', { cache: false })
  opened.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  opened.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !pages.has(url) }))
  opened.protocol.handle('app', ({ url }) => {
    const html = pages.get(url)
    if (html === undefined) return new Response('Not found', { status: 404 })
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        // The page's own style, and nothing else.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  })
  return opened
}
