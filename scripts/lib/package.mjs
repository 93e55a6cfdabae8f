import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuild } from './build.mjs'
import { repositoryRoot } from './paths.mjs'
import { findProgram, packageCommand } from './run.mjs'

/** Where electron-builder puts what it makes (electron-builder.yml). */
const PACKAGES = path.join(repositoryRoot, 'dist', 'packages')

/**
 * Builds for packaging (no test hooks) and answers how electron-builder is to be called.
 *
 * On the stand-in it packs that one, so that packages can be tried where the official runtime cannot be had; such a
 * package is never one to ship.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {readonly string[]} args for electron-builder
 * @param {(line: string) => void} print
 * @returns {Promise<{ args: string[], env: NodeJS.ProcessEnv }>} to be run with Node
 */
export async function preparePackaging({ kind, dist, version }, args, print) {
  await ensureBuild('packaged', print)
  const ownRuntime = kind === 'official' ? [] : [`-c.electronDist=${dist}`, `-c.electronVersion=${version}`]
  return {
    args: [packageCommand('electron-builder'), ...args, ...ownRuntime, '--publish', 'never'],
    env: { ...process.env, ...localArchiver() },
  }
}

/** electron-builder would download its own 7-Zip; Debian's is as good. @returns {Record<string, string>} */
function localArchiver() {
  const archiver = findProgram('7za')
  return archiver && process.platform === 'linux' ? { ELECTRON_BUILDER_7ZIP_PATH: archiver } : {}
}

/** The executable of the unpacked build for this system, once `--dir` has made it. */
export function packagedExecutable() {
  const inside = { darwin: 'Gatehouse.app/Contents/MacOS/Gatehouse', win32: 'Gatehouse.exe' }
  const folder = { darwin: /^mac/, win32: /^win.*-unpacked$/ }
  const system = /** @type {'darwin' | 'win32'} */ (process.platform)
  const made =
    existsSync(PACKAGES) &&
    readdirSync(PACKAGES).find((name) => (folder[system] ?? /^linux.*-unpacked$/).test(name))
  return path.join(PACKAGES, made || '', inside[system] ?? 'gatehouse')
}
