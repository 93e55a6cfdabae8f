// Holds the lines of ARCHITECTURE.md: who imports whom, file names and sizes, cycles, focused tests.
// Prints every breach as file:line and exits 1 when there is one.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkSources } from './lib/boundaries/check.mjs'
import { repositoryRoot } from './lib/paths.mjs'

const FOLDERS = ['electron', 'renderer', 'shared', 'scripts', 'test']
const CODE = /\.(ts|tsx|mjs|css)$/

/** @returns {Map<string, string>} */
function readSources() {
  const sources = new Map()
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(path.join(repositoryRoot, folder), {
      recursive: true,
      withFileTypes: true,
    })) {
      const file = path
        .relative(repositoryRoot, path.join(entry.parentPath, entry.name))
        .split(path.sep)
        .join('/')
      if (entry.isFile() && CODE.test(file) && !file.includes('node_modules/'))
        sources.set(file, readFileSync(path.join(repositoryRoot, file), 'utf8'))
    }
  }
  return sources
}

const { compilerOptions } = JSON.parse(readFileSync(path.join(repositoryRoot, 'tsconfig.json'), 'utf8'))
const sources = readSources()
const problems = checkSources(sources, { aliases: compilerOptions.paths })
for (const { file, line, rule, message } of problems) console.error(`${file}:${line} ${rule}: ${message}`)
console.log(
  problems.length === 0
    ? `Boundaries hold in ${sources.size} files.`
    : `${problems.length} breaches in ${sources.size} files.`,
)
process.exitCode = problems.length === 0 ? 0 : 1
