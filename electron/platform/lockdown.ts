import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from '../ipc/sender'
import { isViewerFrame } from './pdf-viewer'
import { mayBeRequested } from './request-filter'

/** Copying a reference is all that a page may ask of the computer. */
const grantedPermission = 'clipboard-sanitized-write'

/**
 * Closes what a page could use to get out (Electron's security checklist): requests, navigation, new windows,
 * webviews, permissions, devices, downloads. Links open through main after a question, never from here.
 * `isPrinting` names the pages that show a document to print, the only ones with Chromium's viewer in a frame.
 */
export function lockDown(
  session: Session,
  isOurs: (contents: WebContents) => boolean,
  isPrinting: (contents: WebContents) => boolean,
): void {
  session.setPermissionRequestHandler((contents, permission, answer, { isMainFrame }) => {
    answer(permission === grantedPermission && isMainFrame && isOurs(contents))
  })
  session.setPermissionCheckHandler((contents, permission, _origin, { isMainFrame }) => {
    return permission === grantedPermission && isMainFrame && contents !== null && isOurs(contents)
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  const development = __GATEHOUSE_DEV__ ? { devServer: process.env.ELECTRON_RENDERER_URL } : undefined
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayBeRequested(url, development) })
  })
  session.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents, isPrinting))
}

function lockDownContents(contents: WebContents, isPrinting: (contents: WebContents) => boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!isDevelopmentReload(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (isPrinting(contents) && isViewerFrame(event)) return
    if (!event.isMainFrame || !isDevelopmentReload(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Vite reloads the page when it cannot replace a module. */
const isDevelopmentReload = (url: string) =>
  __GATEHOUSE_DEV__ && process.env.ELECTRON_RENDERER_URL !== undefined && url.startsWith(`${appOrigin}/`)
