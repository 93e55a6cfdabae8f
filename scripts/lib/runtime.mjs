import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  downloadOfficial,
  installedOfficial,
  officialAnswers,
  unreachableMemory,
} from './official-runtime.mjs'
import { repositoryRoot } from './paths.mjs'
import { readText } from './records.mjs'
import { SetUpError } from './set-up-error.mjs'
import { ensureStandIn, standInExists } from './stand-in/make.mjs'

/**
 * @typedef {object} Runtime
 * @property {'official' | 'stand-in' | 'named'} kind `named`: by ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} version
 * @property {string} dist its folder
 * @property {string} executable
 * @property {string} description for people: which one and why
 * @property {Record<string, string>} env what makes tools (Playwright, electron-vite, the electron package) use it
 */

const packageFolder = path.join(repositoryRoot, 'node_modules', 'electron')

/**
 * Finds an Electron to run: the one that ELECTRON_OVERRIDE_DIST_PATH names, else the official binary (downloaded when
 * that can be reached), else on linux-x64 the stand-in. GATEHOUSE_ELECTRON=official insists on the official one and
 * asks again at once, =stand-in does not ask for it.
 * @param {string} cache
 * @param {(line: string) => void} print
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime(cache, print, env = process.env) {
  const choice = env.GATEHOUSE_ELECTRON
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return namedRuntime(env.ELECTRON_OVERRIDE_DIST_PATH)
  const official =
    choice === 'stand-in' ? undefined : await officialRuntime(cache, print, choice === 'official')
  if (official) return official
  const { version: shipped } = shippedElectron()
  if (choice === 'official' || !standInExists)
    throw new SetUpError(
      `Electron ${shipped} could not be downloaded. Check the network (or set ELECTRON_MIRROR, HTTPS_PROXY), then:\n` +
        '  npx install-electron',
    )
  const standIn = await ensureStandIn(cache, print)
  const reason = choice === 'stand-in' ? 'as asked' : 'as its download cannot be reached'
  return describe('stand-in', standIn, `stand-in for ${shipped}, ${reason}`)
}

/** @returns {{ version: string }} the Electron that ships */
const shippedElectron = () => JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))

/** @param {string} cache @param {(line: string) => void} print @param {boolean} insist */
async function officialRuntime(cache, print, insist) {
  const installed = installedOfficial(packageFolder)
  if (installed) return describe('official', installed, 'official')
  const { version } = shippedElectron()
  const memory = unreachableMemory(cache, version)
  if (standInExists && !insist && memory.isFresh()) return undefined
  if (!(await officialAnswers(version))) {
    memory.note()
    return undefined
  }
  print(`Downloading Electron ${version} …`)
  const { code, output } = await downloadOfficial(packageFolder)
  const downloaded = installedOfficial(packageFolder)
  if (code === 0 && downloaded) return describe('official', downloaded, 'official')
  if (insist || !standInExists)
    throw new SetUpError('Electron could not be installed: npx install-electron', output)
  memory.note()
  return undefined
}

/** @param {string} dist */
function namedRuntime(dist) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const executable = path.join(
    dist,
    names[/** @type {'darwin' | 'win32'} */ (process.platform)] ?? 'electron',
  )
  const version = readText(path.join(dist, 'version'))?.trim().replace(/^v/, '')
  if (!version)
    throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH=${dist} is not a folder with an Electron in it.`)
  return describe('named', { version, dist, executable }, 'named by ELECTRON_OVERRIDE_DIST_PATH')
}

/**
 * @param {Runtime['kind']} kind
 * @param {{ version: string, dist: string, executable: string }} files
 * @param {string} origin
 * @returns {Runtime}
 */
function describe(kind, files, origin) {
  return {
    ...files,
    kind,
    description: `Electron ${files.version} (${origin})`,
    env: {
      ELECTRON_EXEC_PATH: files.executable,
      ...(kind === 'official' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: files.dist }),
    },
  }
}
