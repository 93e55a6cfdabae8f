import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { launchPackaged } from '../support/launch-packaged'
import { OrdersGrid } from '../support/orders-grid'

const executable = process.env.GATEHOUSE_PACKAGED_EXECUTABLE ?? ''
const archive = () => join(resources, 'app.asar')
const resources = join(dirname(executable), process.platform === 'darwin' ? '../Resources' : 'resources')

test('the packaged application opens on its sandbox and shows the orders', async () => {
  const gatehouse = await launchPackaged(executable)
  const orders = new OrdersGrid(gatehouse.window)
  await orders.ready()
  expect(await orders.references()).not.toEqual([])
  expect(gatehouse.window.url()).toMatch(/^app:\/\/gatehouse\//)
  await gatehouse.close()
})

test('it cannot be attached to where the person’s own data is', async () => {
  test.skip(process.platform !== 'linux', 'elsewhere the folder cannot be moved for a test')
  const home = await mkdtemp(join(tmpdir(), 'gatehouse-person-'))
  const switches = ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const { GATEHOUSE_USER_DATA: _, ...env } = process.env
  const app = spawn(executable, switches, {
    env: { ...env, HOME: home, XDG_CONFIG_HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  app.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  await expect
    .poll(() => existsSync(join(home, 'Gatehouse', 'settings.json')), { timeout: 30_000 })
    .toBe(true)
  // Chromium opens its port before a window is shown, so it would have told by now.
  const ended = new Promise((done) => app.once('close', done))
  app.kill()
  await ended
  expect(said.join('')).not.toContain('DevTools listening')
  await rm(home, { recursive: true, force: true })
})

test('its fuses are those of the security checklist', async () => {
  const wire = await getCurrentFuseWire(executable)
  /** The wire holds the characters 0 and 1. */
  const isOn = (fuse: FuseV1Options) => wire[fuse] === '1'.charCodeAt(0)
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeInspector: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    fileProtocolPrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    cookieEncryption: true,
    nodeOptions: false,
    nodeInspector: false,
    asarIntegrity: true,
    onlyAsar: true,
    fileProtocolPrivileges: false,
  })
})

test('it holds the bundles and the native modules, and nothing of the workshop', () => {
  const files = listPackage(archive(), { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  const modules = files
    .filter((file) => /^\/node_modules\/(@[^/]+\/)?[^@/][^/]*$/.test(file))
    .map((file) => file.slice(14))
  const foreign = /^(@libsql\/.*|@neon-rs\/load|detect-libc|keytar|libsql)$/
  expect(modules.filter((name) => !foreign.test(name))).toEqual([])
  expect(modules).toEqual(expect.arrayContaining(['keytar', 'libsql']))
  expect(files).toContain('/out/renderer/icon.png')
  expect(files.filter((file) => /\.(map|tsx?|ya?ml)$/.test(file))).toEqual([])
  expect(
    files.filter((file) => file.startsWith('/node_modules/keytar/prebuilds/') && file.endsWith('.node')),
  ).toHaveLength(1)
  expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
})

test('nothing that is for tests and development alone is in it', () => {
  const hooks = [
    'GATEHOUSE_SANDBOX_FAULT_TOKEN',
    'GATEHOUSE_SANDBOX_CREDENTIALS',
    'GATEHOUSE_TIME_SCALE',
    'ELECTRON_RENDERER_URL',
    '/__control',
  ]
  const scripts = listPackage(archive(), { isPack: false }).filter((file) =>
    /^.out.(main|preload).*\.c?js$/.test(file),
  )
  const found = scripts.flatMap((file) => {
    const source = extractFile(archive(), file.slice(1)).toString('utf8')
    return hooks.filter((hook) => source.includes(hook)).map((hook) => `${hook} in ${file}`)
  })
  expect(scripts.length).toBeGreaterThan(2)
  expect(found).toEqual([])
})
