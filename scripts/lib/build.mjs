import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './paths.mjs'
import { readText, writeWhole } from './records.mjs'
import { packageCommand, run } from './run.mjs'
import { SetUpError } from './set-up-error.mjs'

/** Everything that a build is made from. */
const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const RECORD = '.gatehouse-build.json'

/** Where each kind of build goes. The packaged one has no test hooks and does not disturb the other. */
const FOLDERS = { development: 'out', packaged: 'dist/build' }

/**
 * One sum over the names and contents of files.
 * @param {string} root
 * @param {readonly string[]} inputs files and folders below it; one that is missing counts as missing
 */
export function sumOf(root, inputs) {
  const sum = createHash('sha256')
  /** @param {string} name */
  const add = (name) => {
    const file = path.join(root, name)
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const entry of readdirSync(file).sort()) add(path.posix.join(name, entry))
    else sum.update(JSON.stringify([name, stat?.size ?? -1])).update(stat ? readFileSync(file) : '')
  }
  for (const input of inputs) add(input)
  return sum.digest('hex')
}

/**
 * Builds the application unless the last build was made from these very sources.
 * @param {'development' | 'packaged'} kind
 * @param {(line: string) => void} print
 */
export async function ensureBuild(kind, print) {
  const record = path.join(repositoryRoot, FOLDERS[kind], RECORD)
  const sum = sumOf(repositoryRoot, INPUTS)
  if (readText(record) === sum) return
  print(kind === 'packaged' ? 'Building for packaging …' : 'Building …')
  const { code, output } = await build(kind)
  if (code !== 0) throw new SetUpError('The build failed.', output)
  writeWhole(record, sum)
}

/** @param {'development' | 'packaged'} kind */
function build(kind) {
  const env = { ...process.env, GATEHOUSE_PACKAGED: kind === 'packaged' ? '1' : '' }
  return run(process.execPath, [packageCommand('electron-vite'), 'build', '--logLevel', 'warn'], { env })
}

/** Makes the next start build again: development with hot reload writes to the same folder. */
export function forgetBuild() {
  rmSync(path.join(repositoryRoot, FOLDERS.development, RECORD), { force: true })
}

/** The entry of the main process, for `electron <file>`. @param {'development' | 'packaged'} kind */
export const builtMain = (kind) => path.join(repositoryRoot, FOLDERS[kind], 'main', 'index.js')
