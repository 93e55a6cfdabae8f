import { existsSync } from 'node:fs'
import { findProgram, run } from './run.mjs'
import { SetUpError } from './set-up-error.mjs'

/**
 * What Electron needs from a Debian or Ubuntu system. Each line is one package; where a release renamed it, either
 * name will do (apt finds the new one by the old).
 */
const LIBRARIES = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libasound2', 'libasound2t64'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libnss3'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libsecret-1-0'],
  ['libdrm2'],
]
/** Guests' names come in many scripts. A desktop has its own fonts, a container none. */
const FONTS = [['fonts-noto-core'], ['fonts-noto-cjk']]
const DISPLAY = [['xvfb']]
const KEYRING = [['dbus', 'dbus-daemon'], ['gnome-keyring']]

/**
 * @typedef {object} Needs
 * @property {boolean} display a virtual display is to be made
 * @property {boolean} keyring a private Secret Service is to be made
 */

/** @param {Needs} needs @returns {string[][]} packages, each with its other names */
function wantedPackages({ display, keyring }) {
  return [...LIBRARIES, ...(display ? [...DISPLAY, ...FONTS] : []), ...(keyring ? KEYRING : [])]
}

/**
 * The packages that are not installed.
 * @param {readonly (readonly string[])[]} wanted each with its other names
 * @param {string} listing of `dpkg-query --status`
 * @returns {string[]} by the name to give to apt
 */
export function missingPackages(wanted, listing) {
  const installed = new Set()
  for (const [, name, status] of listing.matchAll(/^Package: (\S+)\nStatus: (.*)$/gm))
    if (status?.endsWith(' installed')) installed.add(name)
  return wanted.filter((names) => !names.some((name) => installed.has(name))).map((names) => names[0] ?? '')
}

/**
 * Sees to the system packages on Linux: as root on Debian or Ubuntu they are installed, otherwise a SetUpError names
 * the command. On other distributions only the programs that we start ourselves can be checked.
 * @param {Needs} needs
 * @param {(line: string) => void} print
 */
export async function ensureSystemPackages(needs, print) {
  if (process.platform !== 'linux') return
  if (!findProgram('dpkg-query')) return ensurePrograms(needs)
  const wanted = wantedPackages(needs)
  const { output } = await run('dpkg-query', ['--status', ...wanted.flat()])
  const missing = missingPackages(wanted, output)
  if (missing.length === 0) return
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0)
    throw new SetUpError(
      `System packages are missing. Install them, then run the same command again:\n  sudo ${install}`,
    )

  print(`Installing system packages: ${missing.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-q'], { env })
  const { code, output: said } = await run('apt-get', install.split(' ').slice(1), { env })
  if (code !== 0)
    throw new SetUpError(
      `System packages are missing and could not be installed:\n  ${install}`,
      update.output + said,
    )
}

/** @param {Needs} needs */
function ensurePrograms({ display, keyring }) {
  const programs = [
    ...(display ? ['Xvfb'] : []),
    ...(keyring ? ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'] : []),
  ]
  const missing = programs.filter((program) => !findProgram(program) && !existsSync(`/usr/sbin/${program}`))
  if (missing.length > 0)
    throw new SetUpError(`Missing: ${missing.join(', ')}. Install them with the system's package manager.`)
}
