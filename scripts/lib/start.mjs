import { repositoryRoot } from './paths.mjs'
import { runInForeground } from './run.mjs'
import { setUp } from './set-up.mjs'

/**
 * Sets everything up and runs Gatehouse from the checkout until its last window is closed.
 * @param {readonly string[]} args passed on to the application
 * @returns {Promise<number>} its exit code
 */
export async function start(args) {
  const { runtime, desktop, switches, summary } = await setUp({ desktop: 'own', build: 'development' })
  console.log(`Gatehouse runs on ${summary}.`)
  try {
    return await runInForeground(runtime.executable, [repositoryRoot, ...switches, ...args], {
      env: desktop.env,
    })
  } finally {
    await desktop.close()
  }
}
