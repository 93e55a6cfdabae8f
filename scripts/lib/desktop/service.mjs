import { spawn } from 'node:child_process'
import { SetUpError } from '../set-up-error.mjs'

const START_MS = 15_000

/**
 * Starts a background program and waits until it says on descriptor 3 where it can be found.
 *
 * It runs in a process group of its own, so that Ctrl+C ends the application first and this after it, and it is
 * ended when we exit, however that happens (a SIGKILL apart).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, input?: string, announces?: boolean }} [options] `announces: false`: it is
 *   started and not waited for
 * @returns {Promise<{ announced: string, stop: () => Promise<void> }>}
 */
export function startService(program, args, { env = process.env, input, announces = true } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      detached: true,
      stdio: [input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    const ended = new Promise((done) => child.once('close', done))
    const kill = () => child.kill('SIGTERM')
    process.once('exit', kill)
    const stop = async () => {
      process.off('exit', kill)
      kill()
      await ended
    }
    const deadline = setTimeout(() => fail('did not start'), START_MS)
    /** @param {string} what */
    const fail = (what) => {
      clearTimeout(deadline)
      kill()
      reject(new SetUpError(`${program} ${what}.`, said))
    }
    child.once('error', (error) => {
      clearTimeout(deadline)
      reject(error)
    })
    child.once('exit', (code) => fail(`ended at once (exit code ${code})`))
    /** @param {string} announced */
    const ready = (announced) => {
      clearTimeout(deadline)
      resolve({ announced, stop })
    }
    if (announces) child.stdio[3]?.once('data', (chunk) => ready(String(chunk).trim()))
    else child.once('spawn', () => ready(''))
    child.stdin?.end(input)
  })
}
