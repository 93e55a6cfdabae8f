import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { app, BrowserWindow, type Session, session, type WebContents, webFrameMain } from 'electron'
import { mayBeRequestedForPrinting } from './pdf-viewer'
import { safeFileName } from './private-files'

/** How printing ended, as far as the operating system tells. */
export type PrintOutcome =
  | { readonly kind: 'printed' | 'declined' }
  /** No dialog, or no job: the document stays open, with the viewer's own print button. */
  | { readonly kind: 'failed'; readonly reason: string }

/** Shows a PDF in a window of its own and opens the print dialog of the operating system over it. */
export type PrintPdf = (pdf: { readonly name: string; readonly bytes: Uint8Array }) => Promise<PrintOutcome>

export interface Printing {
  readonly print: PrintPdf
  /** Whether this is a page that shows a document to print; it may hold the viewer's frame. */
  isPrinting(contents: WebContents): boolean
}

const documentOrigin = 'app://print'
/** How long the viewer may take to show the document, in milliseconds. */
const loadTime = 30_000

/**
 * Prints PDFs (docs/decisions/0009). They are served from memory, in a session that reaches nothing else and that no
 * other window uses; the window has no preload, so what a document does cannot reach main.
 */
export function createPrinting(): Printing {
  const documents = new Map<string, Uint8Array>()
  let own: Session | undefined
  const printSession = () => {
    own ??= openSession(documents)
    return own
  }
  return {
    isPrinting: (contents) => own !== undefined && contents.session === own,
    print: async ({ name, bytes }) => {
      const url = `${documentOrigin}/${randomUUID()}/${safeFileName(name)}`
      documents.set(url, bytes)
      const window = openWindow(printSession(), name)
      const closed = new Promise<PrintOutcome>((resolve) => {
        window.once('closed', () => {
          documents.delete(url)
          resolve({ kind: 'declined' })
        })
      })
      const outcome = await Promise.race([closed, printIn(window, url)])
      if (outcome.kind !== 'failed' && !window.isDestroyed()) window.close()
      return outcome
    },
  }
}

/** Chromium's viewer works in persistent sessions only (electron#27121); without a cache nothing of a document stays. */
function openSession(documents: ReadonlyMap<string, Uint8Array>): Session {
  const printing = session.fromPartition('persist:print', { cache: false })
  printing.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  printing.setPermissionCheckHandler(() => false)
  printing.setDevicePermissionHandler(() => false)
  printing.on('will-download', (event) => event.preventDefault())
  printing.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayBeRequestedForPrinting(url, documentOrigin) })
  })
  printing.protocol.handle('app', ({ url }) => {
    const bytes = documents.get(url)
    if (!bytes) return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    })
  })
  return printing
}

function openWindow(printing: Session, title: string): BrowserWindow {
  return new BrowserWindow({
    width: 820,
    height: 960,
    title,
    autoHideMenuBar: true,
    webPreferences: {
      session: printing,
      plugins: true,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
}

async function printIn(window: BrowserWindow, url: string): Promise<PrintOutcome> {
  try {
    await showPages(window, url)
  } catch (thrown) {
    return { kind: 'failed', reason: thrown instanceof Error ? thrown.message : 'unknown' }
  }
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, (success, reason) => {
      if (success) resolve({ kind: 'printed' })
      else resolve(/cancel/i.test(reason) ? { kind: 'declined' } : { kind: 'failed', reason })
    })
  })
}

/**
 * Shows the document until its pages can be printed. The frame is there a moment before its pages are, by as much as the
 * machine is slow; printed too early they are a blank sheet or nothing at all, and nothing they stay until they are loaded
 * anew. So it waits half as long again as loading took, and longer the next time.
 */
async function showPages(window: BrowserWindow, url: string): Promise<void> {
  for (const patience of [0.5, 2, 6]) {
    const began = Date.now()
    const shown = viewerShows(window.webContents, url)
    // It may be late for a page that never came: told by then.
    shown.catch(() => {})
    await window.loadURL(url)
    await shown
    await wait(Math.min(patience * Math.max(Date.now() - began, 200), loadTime))
    const pages = await window.webContents.printToPDF({}).catch(() => undefined)
    if (pages) return
  }
  throw new Error('the viewer has no pages')
}

/** Settles when the viewer has the document, which it holds in a frame of its own inside its page. */
function viewerShows(page: WebContents, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      app.off('web-contents-created', follow)
      clearTimeout(late)
      settle()
    }
    const follow = (_event: unknown, contents: WebContents) => {
      contents.on('did-frame-finish-load', (_loaded, isMainFrame, processId, routingId) => {
        const frame = webFrameMain.fromId(processId, routingId)
        if (!isMainFrame && frame?.url === url) end(resolve)
      })
    }
    const late = setTimeout(() => end(() => reject(new Error('the viewer did not show it'))), loadTime)
    app.on('web-contents-created', follow)
    follow(undefined, page)
  })
}
