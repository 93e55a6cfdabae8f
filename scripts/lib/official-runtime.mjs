import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readText, writeWhole } from './records.mjs'
import { run } from './run.mjs'

const PROBE_MS = 5_000
const DOWNLOAD_MS = 15 * 60_000
const DAY_MS = 24 * 60 * 60_000

/**
 * The official binary in the `electron` package, if it has been downloaded completely.
 * @param {string} packageFolder node_modules/electron
 * @returns {{ version: string, dist: string, executable: string } | undefined}
 */
export function installedOfficial(packageFolder) {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  const dist = path.join(packageFolder, 'dist')
  const executable = readText(path.join(packageFolder, 'path.txt'))
  if (!executable || readText(path.join(dist, 'version'))?.trim().replace(/^v/, '') !== version)
    return undefined
  return { version, dist, executable: path.join(dist, executable) }
}

/**
 * Whether the official download answers, asked once with a short time-out. A mirror set for Electron's own
 * downloader counts, and so does a proxy from the environment.
 * @param {string} version
 * @param {{ env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<boolean>}
 */
export async function officialAnswers(version, { env = process.env, timeoutMs = PROBE_MS } = {}) {
  const { fetch, EnvHttpProxyAgent } = await import('undici')
  const mirror =
    env.npm_config_electron_mirror ||
    env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/'
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const dispatcher = new EnvHttpProxyAgent()
  try {
    const url = `${mirror}v${version}/${file}`
    const { ok, status } = await fetch(url, {
      method: 'HEAD',
      signal: AbortSignal.timeout(timeoutMs),
      dispatcher,
    })
    return ok || status === 405
  } catch {
    return false
  } finally {
    void dispatcher.destroy()
  }
}

/**
 * Downloads the official binary with the package's own installer, which checks it against recorded sums.
 * @param {string} packageFolder
 * @returns {Promise<{ code: number, output: string }>}
 */
export function downloadOfficial(packageFolder) {
  const env = {
    ...process.env,
    NODE_NO_WARNINGS: '1',
    ELECTRON_GET_USE_PROXY: '1',
    ELECTRON_GET_NO_PROGRESS: '1',
  }
  return run(process.execPath, [path.join(packageFolder, 'install.js')], { env, timeoutMs: DOWNLOAD_MS })
}

/**
 * Remembers for a day that the official download did not answer, so that a second start does not wait for it again.
 * @param {string} folder the cache folder
 * @param {string} version
 * @param {() => number} [now] milliseconds since 1970
 */
export function unreachableMemory(folder, version, now = Date.now) {
  const file = path.join(folder, 'official-electron-unreachable.json')
  return {
    /** @returns {boolean} */
    isFresh() {
      try {
        const record = JSON.parse(readText(file) ?? '{}')
        return record.version === version && now() - record.at >= 0 && now() - record.at < DAY_MS
      } catch {
        return false
      }
    },
    note: () => writeWhole(file, JSON.stringify({ version, at: now() })),
  }
}
