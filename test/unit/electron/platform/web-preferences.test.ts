import { expect, test } from 'vitest'
import { webPreferences } from '../../../../electron/platform/web-preferences'

const packaged = webPreferences({ preload: '/preload.cjs', zoomFactor: 1, development: false })

test('a packaged window has no DevTools; one in development has', () => {
  expect(packaged.devTools).toBe(false)
  expect(webPreferences({ preload: '', zoomFactor: 1, development: true }).devTools).toBe(true)
})

test('a window keeps every wall of Electron’s security checklist', () => {
  expect(packaged).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
  expect(packaged).not.toHaveProperty('enableBlinkFeatures')
})
