import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { _electron, type ElectronApplication } from 'playwright'
import { median, treeMemoryMb } from './measure'
import type { SandboxServer } from './sandbox'

/** Starts that are measured on each side, in turns; one of each before them warms the disk cache. */
const rounds = 7
/** The last rounds rest before they end, and their memory is read. */
const memoryRounds = 3
const restMs = 8_000

/** What is launched, and when it counts as started. */
interface Application {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly ready: (app: ElectronApplication) => Promise<unknown>
}

/**
 * Start (ms) and memory (MB, PSS of all processes) of Gatehouse against bare Electron with an empty page; medians.
 *
 * Both are launched the same way. Bare is done at `ready-to-show`; Gatehouse when the first rows of the orders grid are
 * in the page. Gatehouse runs the packaged build's code on a user-data folder of an earlier start, signed in to a
 * sandbox that runs outside, through the same HTTP and keychain as any account.
 *
 * @param main the packaged build's code
 */
export async function benchApp(main: string, sandbox: SandboxServer) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-app-'))
  try {
    const bare = await bareApplication(folder)
    const gatehouse = await signedInGatehouse(main, path.join(folder, 'user-data'), sandbox)
    const bareRuns: Run[] = []
    const appRuns: Run[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const rest = round > rounds - memoryRounds ? restMs : 0
      const [bareRun, appRun] = [await launch(bare, rest), await launch(gatehouse, rest)]
      if (round === 0) continue
      bareRuns.push(bareRun)
      appRuns.push(appRun)
    }
    const [bareMs, appMs] = [median(bareRuns.map((run) => run.ms)), median(appRuns.map((run) => run.ms))]
    const [bareMb, appMb] = [memoryOf(bareRuns), memoryOf(appRuns)]
    return {
      start: { bareMs, appMs, ratio: appMs / bareMs },
      memory: { bareMb, appMb, ratio: appMb / bareMb },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Run {
  readonly ms: number
  readonly mb: number | undefined
}

const memoryOf = (runs: readonly Run[]): number =>
  median(runs.flatMap(({ mb }) => (mb === undefined ? [] : [mb])))

/** Without `executablePath`, as in the tests: else Playwright may miss a window's first navigation and hang. */
async function launch({ args, env, ready }: Application, rest: number): Promise<Run> {
  const start = performance.now()
  const app = await _electron.launch({
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  try {
    await ready(app)
    const ms = performance.now() - start
    await sleep(rest)
    return { ms, mb: rest > 0 ? treeMemoryMb(app.process().pid ?? 0) : undefined }
  } finally {
    await app.close()
  }
}

async function bareApplication(folder: string): Promise<Application> {
  // Not `await app.whenReady()`: ready waits for the entry module, which would wait for ready.
  const main = `import { app, BrowserWindow } from 'electron'
app.setPath('userData', ${JSON.stringify(path.join(folder, 'bare-data'))})
globalThis.shown = app.whenReady().then(() => new Promise((done) => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => { window.show(); done() })
  window.loadURL('data:text/html,<!doctype html><title>empty</title>')
}))
`
  await writeFile(path.join(folder, 'package.json'), '{"name":"bare","type":"module","main":"main.js"}')
  await writeFile(path.join(folder, 'main.js'), main)
  const ready = (app: ElectronApplication) =>
    app.evaluate(() => Reflect.get(globalThis, 'shown') as Promise<void>)
  return { args: [folder], env: {}, ready }
}

async function signedInGatehouse(
  main: string,
  userData: string,
  sandbox: SandboxServer,
): Promise<Application> {
  const application = { args: [main], env: { GATEHOUSE_USER_DATA: userData }, ready: firstRows }
  await launch({ ...application, ready: (app) => signIn(app, sandbox) }, 0)
  return application
}

async function firstRows(app: ElectronApplication): Promise<void> {
  const window = await app.firstWindow()
  await window.locator('.ag-row [col-id="reference"]').first().waitFor()
}

type Answer = { ok: true; value: { profile?: { id: string } } } | { ok: false; error: unknown }

/** Saves a profile through the bridge, as the settings screen does, and makes it the one to open with. */
async function signIn(
  app: ElectronApplication,
  { origin, clientId, clientSecret }: SandboxServer,
): Promise<void> {
  const window = await app.firstWindow()
  await window.waitForFunction(() => 'gatehouse' in globalThis)
  const call = (name: string, input: object): Promise<Answer> =>
    window.evaluate(
      ([operation, json]) => Reflect.get(globalThis, 'gatehouse').call(operation, json) as Promise<Answer>,
      [name, JSON.stringify(input)] as const,
    )
  const saved = await call('profiles.saveProfile', {
    name: 'Bench',
    environment: 'custom',
    baseAddress: `${origin}/v3.8/distributor`,
    clientId,
    clientSecret,
    distributorId: '501',
    readOnly: true,
  })
  const selected = saved.ok
    ? await call('profiles.selectProfile', { profile: saved.value.profile?.id })
    : saved
  if (!selected.ok) throw new Error(`could not sign in: ${JSON.stringify(selected.error)}`)
}
