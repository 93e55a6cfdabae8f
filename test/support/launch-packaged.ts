import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'

export interface PackagedGatehouse {
  readonly window: Page
  /** Ends the application and removes its user-data folder. */
  close(): Promise<void>
}

/**
 * Starts the very application folder that is packed into installers.
 *
 * Playwright's own launcher needs Node's inspector, which a fuse switches off in packages. So this attaches to the
 * window over Chromium's debugging port instead, and what is tested is what ships, with no fuse changed for the test.
 */
export async function launchPackaged(executable: string): Promise<PackagedGatehouse> {
  const userData = await mkdtemp(join(tmpdir(), 'gatehouse-packaged-'))
  const switches = ['--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const app = spawn(executable, switches, {
    env: { ...process.env, GATEHOUSE_USER_DATA: userData },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((done) => app.once('close', done))
  const close = async () => {
    app.kill()
    await ended
    await rm(userData, { recursive: true, force: true })
  }
  try {
    const address = await debuggerAddress(app)
    await pageShown(new URL(address).host)
    const browser = await chromium.connectOverCDP(address)
    const window = browser.contexts()[0]?.pages()[0]
    if (!window) throw new Error('The packaged application opened no window.')
    return {
      window,
      close: async () => {
        await browser.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Chromium tells the port it took on stderr. */
async function debuggerAddress(app: ChildProcess): Promise<string> {
  if (!app.stderr) throw new Error('no stderr')
  const said: string[] = []
  for await (const line of createInterface({ input: app.stderr })) {
    said.push(line)
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
    if (address) {
      app.stderr.resume()
      return address
    }
  }
  throw new Error(`The packaged application ended at once:\n${said.join('\n')}`)
}

/**
 * Waits until the window is at a page. Who attaches while a window is on its way to its first page may wait for ever:
 * Playwright then waits for a navigation of which it was not told.
 */
async function pageShown(host: string): Promise<void> {
  const until = performance.now() + 30_000
  while (performance.now() < until) {
    const targets: readonly { type: string; url: string }[] = await (
      await fetch(`http://${host}/json/list`)
    ).json()
    if (targets.some(({ type, url }) => type === 'page' && url.startsWith('app:'))) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('The packaged application opened no window.')
}
