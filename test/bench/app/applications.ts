import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { createKeychain } from '../../../electron/platform/keychain'
import { openMirror, putState } from '../../../electron/store/mirror/mirror-file'
import type { PreparedMirror } from '../prepared/prepare'
import { benchKey, filledState } from '../prepared/world'
import type { SandboxServer } from '../sandbox'
import { type Application, launch } from './launch'

/** Electron with an empty page; started at `ready-to-show`. */
export function bareApplication(folder: string): Application {
  // Not `await app.whenReady()`: ready waits for the entry module, which would wait for ready.
  const main = `import { app, BrowserWindow } from 'electron'
app.setPath('userData', ${JSON.stringify(path.join(folder, 'bare-data'))})
globalThis.shown = app.whenReady().then(() => new Promise((done) => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => { window.show(); done() })
  window.loadURL('data:text/html,<!doctype html><title>empty</title>')
}))
`
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"name":"bare","type":"module","main":"main.js"}')
  writeFileSync(path.join(folder, 'main.js'), main)
  const ready = (app: ElectronApplication) =>
    app.evaluate(() => Reflect.get(globalThis, 'shown') as Promise<void>)
  return { args: [folder], env: {}, ready }
}

/** Gatehouse, signed in to an account that it opens with. */
export interface SignedIn extends Application {
  readonly profile: string
}

/**
 * The packaged build's code, signed in to a sandbox that runs outside; started when the first rows are in the page. Everything
 * went through the same HTTP, keychain and settings as any account's.
 * @param main the packaged build's code
 * @param prepare asks for more before it ends
 */
export async function signedIn(
  main: string,
  userData: string,
  sandbox: SandboxServer,
  prepare: (window: Page, profile: string) => Promise<unknown> = async () => {},
): Promise<SignedIn> {
  const application = { args: [main], env: { GATEHOUSE_USER_DATA: userData }, ready: firstRows }
  const ready = async (app: ElectronApplication) => void (await app.firstWindow())
  const { value: profile } = await launch({ ...application, ready }, async (app) => {
    const window = await app.firstWindow()
    const id = await signIn(window, sandbox)
    await prepare(window, id)
    return id
  })
  return { ...application, profile }
}

/** Gatehouse on a folder of its own, with a mirror. */
export interface Gatehouse extends SignedIn {
  /** Says how far the sync of the mirror is; while it is not running. */
  putState(arrivals: boolean): void
}

/**
 * The packaged build's code, signed in to a sandbox that runs outside, with a copy of a prepared mirror.
 * @param main the packaged build's code
 */
export async function gatehouseWith(
  main: string,
  userData: string,
  sandbox: SandboxServer,
  prepared: PreparedMirror,
): Promise<Gatehouse> {
  const application = await signedIn(main, userData, sandbox, (window, id) =>
    call(window, 'mirror.startMirror', { profile: id }),
  )
  const { profile } = application
  const folder = path.join(userData, 'mirror')
  // The built-in sandbox has one as well.
  const name = readdirSync(folder).find((file) => file.startsWith(profile) && file.endsWith('.db'))
  if (name === undefined) throw new Error('the application keeps no mirror')
  const file = path.join(folder, name)
  // A log that is left belongs to the file that is replaced.
  for (const log of ['-wal', '-journal']) rmSync(file + log, { force: true })
  copyFileSync(prepared.path, file, constants.COPYFILE_FICLONE)
  settle(file)
  const id = createHash('sha256').update(userData).digest('hex').slice(0, 12)
  const keychain = createKeychain({ service: `Gatehouse ${id}` })
  const kept = await keychain.write(`key:mirror-${profile}`, benchKey.toString('base64'))
  if (!kept.ok) throw new Error(`the keychain refuses: ${kept.error.message}`)
  return {
    ...application,
    putState: (arrivals) => {
      const opened = openMirror({ path: file, key: benchKey.toString('hex'), now: Date.now() })
      if (!opened.ok) throw new Error(`the mirror does not open: ${opened.error}`)
      if (opened.value.setAside !== undefined) throw new Error('the mirror cannot be read')
      const { sql } = opened.value
      const all = arrivals ? { from: 0, to: 1 } : undefined
      sql.transaction(() => putState(sql, filledState(prepared.anchor, all)))
      sql.close()
    },
  }
}

/** Waits until the disk has a file: gigabytes that it still takes would be measured as the application's. */
function settle(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** The window, once the first rows of the list are in it. */
export async function firstRows(app: ElectronApplication): Promise<Page> {
  const window = await app.firstWindow()
  await window.locator('.ag-row [col-id="reference"]').first().waitFor()
  return window
}

type Answer<T> = { ok: true; value: T } | { ok: false; error: unknown }

/** Calls an operation through the bridge, as a screen does. */
export async function call<T>(window: Page, name: string, input: object): Promise<T> {
  const answer = await window.evaluate(
    ([operation, json]) => Reflect.get(globalThis, 'gatehouse').call(operation, json) as Promise<unknown>,
    [name, JSON.stringify(input)] as const,
  )
  const result = answer as Answer<T>
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value
}

/** Saves a profile and makes it the one to open with. Answers the profile. */
async function signIn(window: Page, { origin, clientId, clientSecret }: SandboxServer): Promise<string> {
  await window.waitForFunction(() => 'gatehouse' in globalThis)
  const { profile } = await call<{ profile: { id: string } }>(window, 'profiles.saveProfile', {
    name: 'Bench',
    environment: 'custom',
    baseAddress: `${origin}/v3.8/distributor`,
    clientId,
    clientSecret,
    distributorId: '501',
    readOnly: true,
  })
  await call(window, 'profiles.selectProfile', { profile: profile.id })
  return profile.id
}
