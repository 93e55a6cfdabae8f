import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * What can be fetched or made again, outside the checkout: `~/.cache/gatehouse` or the platform's counterpart.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (platform === 'win32')
    return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'gatehouse', 'cache')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'gatehouse')
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'gatehouse')
}
