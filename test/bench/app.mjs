import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron } from 'playwright'
import { median, treeMemoryMb } from './measure.mjs'

/** Starts that are measured on each side, in turns; one of each before them warms the disk cache. */
const rounds = 7
/** How long an application rests before its memory is read. */
const settleMs = 8_000

/**
 * Start and memory of Gatehouse against bare Electron with an empty page.
 *
 * Both are launched the same way. Bare is done at `ready-to-show`; Gatehouse when the first rows of the orders grid are
 * in the page. Gatehouse runs the packaged build's code on a user-data folder of an earlier start, signed in to a
 * sandbox that runs outside, through the same HTTP and keychain as any account.
 * @param {{ origin: string, clientId: string, clientSecret: string }} sandbox
 * @returns {Promise<{ start: object, memory: object }>}
 */
export async function benchApp(sandbox) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-app-'))
  try {
    const bare = await bareApplication(folder)
    const gatehouse = await signedInGatehouse(path.join(folder, 'user-data'), sandbox)
    const times = { bare: [], app: [] }
    const memory = { bare: [], app: [] }
    for (let round = 0; round <= rounds; round += 1) {
      // Memory needs rest, so it is read in a few rounds only.
      const rest = round > rounds - 3 ? settleMs : 0
      const bareRun = await launch(bare, rest)
      const appRun = await launch(gatehouse, rest)
      if (round === 0) continue
      times.bare.push(bareRun.ms)
      times.app.push(appRun.ms)
      if (rest > 0) memory.bare.push(bareRun.mb) && memory.app.push(appRun.mb)
    }
    const [bareMs, appMs] = [median(times.bare), median(times.app)]
    const [bareMb, appMb] = [median(memory.bare), median(memory.app)]
    return {
      start: { bareMs, appMs, ratio: appMs / bareMs },
      memory: { bareMb, appMb, ratio: appMb / bareMb },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {{ args: string[], env: object, ready: (app: import('playwright').ElectronApplication) => Promise<unknown> }} what */
async function launch({ args, env, ready }, rest) {
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: process.env.ELECTRON_EXEC_PATH,
    args,
    env: { ...process.env, ...env },
  })
  try {
    await ready(app)
    const ms = performance.now() - start
    await sleep(rest)
    return { ms, mb: rest > 0 ? treeMemoryMb(app.process().pid) : 0 }
  } finally {
    await app.close()
  }
}

async function bareApplication(folder) {
  const main = `import { app, BrowserWindow } from 'electron'
app.setPath('userData', ${JSON.stringify(path.join(folder, 'bare-data'))})
await app.whenReady()
const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
window.once('ready-to-show', () => { window.show(); globalThis.isReady = true; globalThis.onReady?.() })
window.loadURL('data:text/html,<!doctype html><title>empty</title>')
`
  await writeFile(path.join(folder, 'package.json'), '{"name":"bare","type":"module","main":"main.js"}')
  await writeFile(path.join(folder, 'main.js'), main)
  const ready = (app) =>
    app.evaluate(
      () => globalThis.isReady || new Promise((done) => Object.assign(globalThis, { onReady: done })),
    )
  return { args: [folder], env: {}, ready }
}

async function signedInGatehouse(userData, sandbox) {
  const application = {
    args: [process.env.GATEHOUSE_BENCH_MAIN],
    env: { GATEHOUSE_USER_DATA: userData },
    ready: firstRows,
  }
  await launch({ ...application, ready: (app) => signIn(app, sandbox) }, 0)
  return application
}

async function firstRows(app) {
  const window = await app.firstWindow()
  await window.locator('.ag-row [col-id="reference"]').first().waitFor()
}

/** Saves a profile through the bridge, as the settings screen does, and makes it the one to open with. */
async function signIn(app, { origin, clientId, clientSecret }) {
  const window = await app.firstWindow()
  await window.waitForFunction(() => 'gatehouse' in globalThis)
  const draft = {
    name: 'Bench',
    environment: 'custom',
    baseAddress: `${origin}/v3.8/distributor`,
    clientId,
    clientSecret,
    distributorId: '501',
    readOnly: true,
  }
  const outcome = await window.evaluate(async (profile) => {
    const call = (name, input) => globalThis.gatehouse.call(name, JSON.stringify(input))
    const saved = await call('profiles.saveProfile', profile)
    return saved.ok ? call('profiles.selectProfile', { profile: saved.value.profile.id }) : saved
  }, draft)
  if (!outcome.ok) throw new Error(`could not sign in: ${JSON.stringify(outcome.error)}`)
}
