import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { keepLogs } from './kept-logs'
import { ensureWorkerDisplay } from './worker-display'

const root = resolve(import.meta.dirname, '../..')

export interface Gatehouse {
  readonly app: ElectronApplication
  readonly window: Page
  readonly userData: string
  /** Ends the application; its folder stays until {@link removeUserData}. */
  close(): Promise<void>
}

export interface LaunchOptions {
  /** Folder of an earlier run, to continue in it. */
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

/** Starts the built application, real Electron and a real window, in a user-data folder of its own. */
export async function launchGatehouse(options: LaunchOptions = {}): Promise<Gatehouse> {
  await ensureWorkerDisplay()
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'gatehouse-e2e-')))
  // No executablePath: only then does Playwright hold `ready` back until it is attached. Attached later, it misses the
  // first navigation now and then, and waits for it forever.
  const app = await _electron.launch({
    args: [root, ...(options.args ?? [])],
    env: {
      ...(process.env as Record<string, string>),
      GATEHOUSE_USER_DATA: userData,
      // What is asked for is sent at once; tests of the undo window set their own.
      GATEHOUSE_UNDO_SECONDS: '0',
      // Most journeys are about what the server answers; those of the mirror keep one.
      GATEHOUSE_MIRROR: 'off',
      ...options.env,
    },
  })
  askAgainWhenCollected(app)
  const window = await app.firstWindow()
  return { app, window, userData, close: () => app.close() }
}

/**
 * V8 may collect the promise by which Playwright waits for main's answer (microsoft/playwright#33737). What was asked
 * ran and its answer is lost, so it is asked once more: what tests evaluate in main may run twice.
 */
function askAgainWhenCollected(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...asked: unknown[]) => Promise<unknown>
  const again = async (...asked: unknown[]) => {
    try {
      return await evaluate(...asked)
    } catch (error) {
      if (!String(error).includes('promise was garbage collected')) throw error
      return evaluate(...asked)
    }
  }
  app.evaluate = again as typeof app.evaluate
}

/** Removes a user-data folder and what the sandbox kept beside it, all but its log, which is read after the run. */
export async function removeUserData(userData: string): Promise<void> {
  await keepLogs(userData)
  await rm(userData, { recursive: true, force: true })
  await rm(`${userData}-sandbox`, { recursive: true, force: true })
}
