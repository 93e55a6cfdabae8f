import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/**
 * Gives every worker but the first a display of its own, for all that this process starts from now on. Two applications
 * on one display share its clipboard and its keyboard. Only where the display is a virtual one anyway.
 */
export async function ensureWorkerDisplay(): Promise<void> {
  const isFirst = (process.env.TEST_PARALLEL_INDEX ?? '0') === '0'
  if (process.platform !== 'linux' || isFirst) return
  started ??= startDisplay()
  await started
}

let started: Promise<void> | undefined

async function startDisplay(): Promise<void> {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await Promise.race([displayNumber(display), failure(display)])
  // A desktop without Xvfb has a display of its own, and its workers share that.
  if (number === undefined) return
  process.env.DISPLAY = `:${number}`
  process.once('exit', () => display.kill())
}

/** Xvfb writes it once it listens. */
async function displayNumber(display: ChildProcess): Promise<string> {
  const [text] = (await once(display.stdio[3] as Readable, 'data')) as [Buffer]
  return text.toString().trim()
}

async function failure(display: ChildProcess): Promise<undefined> {
  await Promise.race([once(display, 'error'), once(display, 'exit')])
  return undefined
}
