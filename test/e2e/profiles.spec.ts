import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { ApiServer } from '../support/api-server'
import { expectAccessible } from '../support/axe'
import { filesHolding } from '../support/byte-search'
import { deskAccount } from '../support/desk-account'
import { type Gatehouse, type LaunchOptions, launchGatehouse, removeUserData } from '../support/launch'
import { noBus, startLockedSession } from '../support/session-bus'
import { type SettingsPage, settingsPage } from '../support/settings-page'
import { signIns, startSignInServer } from '../support/sign-in-server'

/** Profiles and their secrets, with the keychain of this computer and a server on it. */

const { name, clientSecret: secret } = deskAccount

let server: ApiServer
let gatehouse: Gatehouse
let settings: SettingsPage

test.beforeAll(async () => {
  server = await startSignInServer(`desk-client:${secret}`)
})
test.afterAll(() => server.close())

async function launch(options: LaunchOptions = {}): Promise<void> {
  gatehouse = await launchGatehouse({ ...options, env: { GATEHOUSE_SANDBOX_ORDERS: '20', ...options.env } })
  settings = settingsPage(gatehouse.window)
  await settings.open()
}

async function restart(env: Record<string, string> = {}): Promise<void> {
  const { userData } = gatehouse
  await gatehouse.close()
  await launch({ userData, env })
}

async function end(): Promise<void> {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
}

/** Answers every native question with the accepting or the declining button; tells how many there were. */
async function answerDialogs(accept: boolean): Promise<() => Promise<number>> {
  await gatehouse.app.evaluate(({ dialog }, response) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = async (...args: unknown[]) => {
      asked.push(JSON.stringify(args.at(-1)))
      return { response, checkboxChecked: false }
    }
  }, Number(accept))
  return () => gatehouse.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.length)
}

test.describe
  .serial('a profile', () => {
    test.beforeAll(() => launch())
    test.afterAll(end)

    test('is tried before it is saved, and what is wrong is said precisely', async () => {
      await settings.add()
      await settings.fill({ name, address: server.origin, secret: 'wrong' })
      await settings.test()
      await expect(settings.testResult).toContainText('Client ID or client secret is wrong')
      await settings.field('Base address').fill('http://127.0.0.1:9')
      await settings.test()
      await expect(settings.testResult).toContainText('Nothing answers there')
      await settings.field('Base address').fill(server.origin)
      await settings.field('Client secret').fill(secret)
      await settings.test()
      await expect(settings.testResult).toContainText('It works')
      await expect(settings.profile(name)).toHaveCount(0)
    })

    test('says with every request which installation asks (rule 17)', async () => {
      expect(server.arrivals).not.toEqual([])
      for (const { headers } of server.arrivals) {
        expect(headers).toMatchObject({
          'app-name': 'Gatehouse',
          'app-version': expect.stringMatching(/^\d+\.\d+\.\d+/),
          'app-build-number': expect.stringMatching(/^\d+$/),
          'app-flavor': 'development',
          'app-package-name': 'app.gatehouse.desktop',
          'app-platform': expect.stringMatching(/^(Windows|macOS|Linux)$/),
          'app-reference': expect.stringMatching(/^[0-9a-f-]{36}$/),
          'app-machine-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        })
      }
      expect(new Set(server.arrivals.map(({ headers }) => headers['app-reference'])).size).toBe(
        server.arrivals.length,
      )
    })

    test('says in red when it is production, and has no serious accessibility issue', async () => {
      await settings.field('Environment').selectOption('production')
      await expect(settings.field('Base address')).toHaveValue(
        'https://distributor-api.prioticket.com/v3.8/distributor',
      )
      const words = settings.form.getByText('Production: real orders')
      const [red = 0, green = 255] = await words.evaluate((element) =>
        (getComputedStyle(element).color.match(/\d+/g) ?? []).map(Number),
      )
      expect(red).toBeGreaterThan(green * 2)
      await settings.field('Distributor ID').fill('')
      await settings.field('Client ID').focus()
      await expect(settings.form.getByText('Fill this in.')).toBeVisible()
      await expectAccessible(gatehouse.window)
      await settings.field('Distributor ID').fill('501')
      await settings.field('Environment').selectOption('custom')
    })

    test('is saved with its secret in the keychain, here as read-only', async () => {
      await settings.readOnly.setChecked(true)
      await settings.save()
      await expect(settings.profile(name)).toContainText('In the keychain')
      await expect(settings.profile(name)).toContainText('Read only')
    })

    test('stops being read-only after a yes in the native dialog, and not before', async () => {
      const declined = await answerDialogs(false)
      await settings.edit(name)
      await settings.readOnly.setChecked(false)
      await settings.save()
      await expect(settings.form).toContainText('Nothing was saved')
      expect(await declined()).toBe(1)
      await expect(settings.profile(name)).toContainText('Read only')

      const accepted = await answerDialogs(true)
      await settings.save()
      await expect(settings.profile(name)).toContainText('Reads and changes')
      expect(await accepted()).toBe(1)
    })

    test('and its secrets are not in the diagnostics', async () => {
      await gatehouse.window.getByRole('button', { name: 'Copy diagnostics' }).click()
      await expect(gatehouse.window.getByText('Diagnostics are on the clipboard')).toBeVisible()
      const text = await gatehouse.app.evaluate(({ clipboard }) => clipboard.readText())
      expect(text).toContain('keychain: ready')
      expect(text).toContain('app.started')
      expect(text).toMatch(/"event":"api\.request","operation":"getToken".*"status":200/)
      for (const hidden of [secret, name, 'desk-client', server.origin]) expect(text).not.toContain(hidden)
    })

    test('signs in after a restart with the secret that was kept, which is in no file and on no page', async () => {
      await restart()
      await settings.edit(name)
      await expect(settings.form).toContainText('Saved in the keychain')
      const before = signIns(server).length
      await settings.test()
      await expect(settings.testResult).toContainText('It works')
      expect(signIns(server).slice(before)).toEqual([`desk-client:${secret}`])
      expect(await gatehouse.window.content()).not.toContain(secret)
      expect(await filesHolding(gatehouse.userData, [secret])).toEqual([])
    })

    test('knows a locked keychain from an empty one', async () => {
      const session = await startLockedSession()
      await restart(session.env)
      await settings.edit(name)
      await settings.test()
      await expect(settings.form).toContainText('The keychain is locked', { timeout: 30_000 })
      await expect(settings.keychainNotice).toContainText('Unlock the keyring')
      await expect(settings.profile(name)).toContainText('In the keychain')
      await expect(settings.profile(name)).toContainText('Reads: no journal')
      await expectAccessible(gatehouse.window)
      await restart()
      await session.stop()
    })

    test('loses its secret when its address changes, says so, and sends it nowhere', async () => {
      const elsewhere = await startSignInServer(`desk-client:${secret}`)
      await settings.edit(name)
      await settings.field('Base address').fill(elsewhere.origin)
      await expect(settings.form).toContainText('is erased when you save')
      await settings.save()
      await expect(gatehouse.window.getByText('The address changed, so the saved secret')).toBeVisible()
      await expect(settings.profile(name)).toContainText('Missing')
      // Nor does the first address bring it back.
      await settings.field('Base address').fill(server.origin)
      const before = signIns(server).length
      await settings.test()
      await expect(settings.form).toContainText('That was not accepted')
      expect(signIns(server)).toHaveLength(before)
      expect(elsewhere.arrivals).toEqual([])
      await elsewhere.close()
    })
  })

test('without a keychain a secret is kept for this session only, to read with, and is in no file', async () => {
  await launch({ env: noBus })
  await settings.add()
  await settings.fill({ name, address: server.origin, secret })
  await settings.save()
  await expect(settings.form).toContainText('This computer has no keychain')
  await expect(settings.profile(name)).toHaveCount(0)
  await settings.form.getByRole('button', { name: 'Keep for this session only' }).click()
  await expect(settings.profile(name)).toContainText('This session only')
  await expect(settings.profile(name)).toContainText('Reads: no journal')
  await expect(settings.keychainNotice).toContainText('nothing can be changed')
  await settings.edit(name)
  await settings.test()
  await expect(settings.testResult).toContainText('It works')
  expect(await filesHolding(gatehouse.userData, [secret])).toEqual([])
  await end()
})

test('files that cannot be read are put aside and reported, and the app starts', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-'))
  for (const file of ['settings.json', 'profiles.json'])
    await writeFile(join(userData, file), '{"version":1,')
  await launch({ userData })
  const alert = (file: string) => gatehouse.window.getByRole('alert').filter({ hasText: `${file}.unusable-` })
  await expect(alert('settings')).toBeVisible()
  await expect(alert('profiles')).toBeVisible()
  await expect(settings.profile('Sandbox')).toBeVisible()
  await end()
})
