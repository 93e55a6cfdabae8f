import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { everythingPrivate, missingFromSession, openDesktop } from './desktop/desktop.mjs'
import { cacheFolder } from './paths.mjs'
import { ensureRuntime } from './runtime.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * @typedef {object} SetUp
 * @property {import('./runtime.mjs').Runtime} runtime
 * @property {import('./desktop/desktop.mjs').Desktop} desktop a session to run Electron in; close it at the end
 * @property {string[]} switches what Electron has to be given here
 * @property {string} summary one line: which runtime, in which surroundings
 */

/**
 * What building and packaging take: the dependencies and a runtime.
 * @param {(line: string) => void} print for what takes a while
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function setUpTools(print) {
  await ensureDependencies(print)
  return ensureRuntime(cacheFolder(), print)
}

/**
 * Brings a fresh clone to where Electron can run: dependencies, system packages, a runtime, a build, a desktop session.
 * What is there already is left alone and costs next to nothing.
 * @param {object} options
 * @param {'own' | 'private'} options.desktop `own`: the session we are in, completed with what it lacks;
 *   `private`: nothing of anybody's own
 * @param {'development' | 'packaged' | 'none'} options.build
 * @param {(line: string) => void} [options.print]
 * @returns {Promise<SetUp>}
 */
export async function setUp({ desktop: kind, build, print = console.log }) {
  await ensureDependencies(print)
  const needs = kind === 'private' ? everythingPrivate : await missingFromSession()
  await ensureSystemPackages(needs, print)
  const runtime = await ensureRuntime(cacheFolder(), print)
  if (build !== 'none') await ensureBuild(build, print)
  const desktop = await openDesktop(needs, { keep: kind === 'own' })
  Object.assign(desktop.env, runtime.env)
  const switches = isRootOnLinux ? ['--no-sandbox'] : []
  const notes = [
    ...desktop.notes,
    ...(isRootOnLinux ? ["as root, so without Chromium's sandbox (--no-sandbox)"] : []),
  ]
  return { runtime, desktop, switches, summary: [runtime.description, ...notes].join(', ') }
}

/** Chromium refuses its sandbox to root. */
const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
