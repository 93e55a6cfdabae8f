import type { WebPreferences } from 'electron'

/**
 * How every window is opened: sandboxed, isolated, without Node. The renderer is a web page that is not trusted.
 * `development` is false in packaged builds, which have no DevTools.
 */
export function webPreferences(options: {
  preload: string
  zoomFactor: number
  development: boolean
}): WebPreferences {
  return {
    preload: options.preload,
    zoomFactor: options.zoomFactor,
    devTools: options.development,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    spellcheck: false,
    navigateOnDragDrop: false,
  }
}
