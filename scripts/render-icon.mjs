// node scripts/with-desktop.mjs npx electron scripts/render-icon.mjs: draws the icon's files anew from resources/icon.svg,
// after a change of it. electron-builder makes those of Windows and macOS from the large one.
import { readFileSync, writeFileSync } from 'node:fs'
import { app, BrowserWindow } from 'electron'

const files = { 'resources/installer/icon.png': 1024, 'resources/public/icon.png': 256 }

app.disableHardwareAcceleration()
// Not awaited at the top: Electron is ready only once this file has been read.
void app.whenReady().then(render)

async function render() {
  const svg = readFileSync('resources/icon.svg', 'utf8')
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,')
  for (const [file, size] of Object.entries(files)) {
    const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    /** @type {string} */
    const png = await window.webContents.executeJavaScript(`(async () => {
    const image = new Image(${size}, ${size})
    image.src = ${JSON.stringify(address)}
    await image.decode()
    const canvas = new OffscreenCanvas(${size}, ${size})
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
    return btoa(String.fromCharCode(...bytes))
  })()`)
    writeFileSync(file, Buffer.from(png, 'base64'))
  }
  app.quit()
}
