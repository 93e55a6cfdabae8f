import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { launchPackaged } from '../support/launch-packaged'

const executable = process.env.GATEHOUSE_PACKAGED_EXECUTABLE ?? ''
const resources = join(dirname(executable), process.platform === 'darwin' ? '../Resources' : 'resources')

test('the packaged application opens its window', async () => {
  const gatehouse = await launchPackaged(executable)
  await expect(gatehouse.window.getByRole('navigation', { name: 'Main' })).toBeVisible()
  expect(gatehouse.window.url()).toMatch(/^app:\/\/gatehouse\//)
  await gatehouse.close()
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
  const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const modules = files
    .filter((file) => /^\/node_modules\/(@[^/]+\/)?[^@/][^/]*$/.test(file))
    .map((file) => file.slice(14))
  const foreign = /^(@libsql\/.*|@neon-rs\/load|detect-libc|keytar|libsql)$/
  expect(modules.filter((name) => !foreign.test(name))).toEqual([])
  expect(modules).toEqual(expect.arrayContaining(['keytar', 'libsql']))
  expect(files.filter((file) => /\.(map|tsx?|ya?ml)$/.test(file))).toEqual([])
  expect(
    files.filter((file) => file.startsWith('/node_modules/keytar/prebuilds/') && file.endsWith('.node')),
  ).toHaveLength(1)
  expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
})
