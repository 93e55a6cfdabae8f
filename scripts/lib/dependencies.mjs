import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './paths.mjs'
import { readText, writeWhole } from './records.mjs'
import { runNpm } from './run.mjs'
import { SetUpError } from './set-up-error.mjs'

const recordFile = path.join(repositoryRoot, 'node_modules', '.gatehouse-setup.json')

/** What node_modules was made from: the lockfile, for this system. */
function wanted() {
  const lockfile = readFileSync(path.join(repositoryRoot, 'package-lock.json'))
  return {
    lockfile: createHash('sha256').update(lockfile).digest('hex'),
    system: `${process.platform}-${process.arch}`,
  }
}

/**
 * Installs what the lockfile names, unless node_modules was made from this very lockfile.
 *
 * Without install scripts: nothing here needs one (native modules ship prebuilt), so nothing gets to run one.
 * @param {(line: string) => void} print
 */
export async function ensureDependencies(print) {
  const record = JSON.stringify(wanted())
  if (readText(recordFile) === record) return
  print('Installing dependencies (npm ci) …')
  const { code, output } = await runNpm([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (code !== 0) throw new SetUpError('The dependencies could not be installed. Try by hand: npm ci', output)
  writeWhole(recordFile, record)
}
