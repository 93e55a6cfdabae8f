import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { startDisplay } from './display.mjs'
import { hasSecretService, startKeyring } from './keyring.mjs'

/**
 * @typedef {object} Desktop
 * @property {NodeJS.ProcessEnv} env for programs that use it
 * @property {string[]} notes what was made, for people
 * @property {() => Promise<void>} close ends what was made
 *
 * @typedef {import('../system-packages.mjs').Needs} Needs what has to be made because the session has none
 */

/**
 * What this session lacks to run a desktop application. Windows and macOS lack nothing.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Needs>}
 */
export async function missingFromSession(env = process.env) {
  if (process.platform !== 'linux') return { display: false, keyring: false }
  return { display: !env.DISPLAY && !env.WAYLAND_DISPLAY, keyring: !(await hasSecretService(env)) }
}

/** For tests: everything private on Linux, so that nobody's own keyring and screen are touched. @type {Needs} */
export const everythingPrivate = {
  display: process.platform === 'linux',
  keyring: process.platform === 'linux',
}

/**
 * Opens a desktop session with what is needed; the rest is the session we are in.
 * @param {Needs} needs
 * @param {{ keep?: boolean }} [options] `keep`: the keyring's secrets outlive this run (each user-data folder has
 *   its own keyring, because two daemons must not write one file)
 * @returns {Promise<Desktop>}
 */
export async function openDesktop(needs, { keep = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatehouse-session-'))
  /** @type {Desktop} */
  const desktop = { env: { ...process.env }, notes: [], close }
  /** @type {(() => Promise<void>)[]} */
  const stops = []
  async function close() {
    for (const stop of stops.splice(0).reverse()) await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (needs.display) {
      const { env, stop } = await startDisplay(folder)
      stops.push(stop)
      Object.assign(desktop.env, env)
      desktop.notes.push('on a virtual display')
    }
    if (needs.keyring) {
      const data = keep ? keptKeyring(process.env) : path.join(folder, 'keyring')
      const { env, stop } = await startKeyring(folder, data)
      stops.push(stop)
      Object.assign(desktop.env, env)
      desktop.notes.push(keep ? `with a private keyring in ${data}` : 'with a private keyring')
    }
    return desktop
  } catch (error) {
    await close()
    throw error
  }
}

/** @param {NodeJS.ProcessEnv} env */
function keptKeyring(env) {
  const data = path.join(env.XDG_DATA_HOME || path.join(homedir(), '.local', 'share'), 'gatehouse', 'keyring')
  const userData = env.GATEHOUSE_USER_DATA
  if (!userData) return path.join(data, 'default')
  return path.join(data, createHash('sha256').update(path.resolve(userData)).digest('hex').slice(0, 16))
}
