import { _electron, type ElectronApplication } from 'playwright'

/** What is launched, and when it counts as started. */
export interface Application {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly ready: (app: ElectronApplication) => Promise<unknown>
}

/** Launches it, does something once it is ready, and closes it. Answers what that gave and how long the start took, in ms. */
export async function launch<T>(
  { args, env, ready }: Application,
  work: (app: ElectronApplication) => Promise<T>,
): Promise<{ ms: number; value: T }> {
  const start = performance.now()
  // Without `executablePath`, as in the tests: else Playwright may miss a window's first navigation and hang.
  const app = await _electron.launch({
    args: [...args],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  try {
    await ready(app)
    const ms = performance.now() - start
    return { ms, value: await work(app) }
  } finally {
    await app.close()
  }
}
