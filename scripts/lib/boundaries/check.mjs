import { findCycles } from './cycles.mjs'
import { checkFile } from './files.mjs'
import { readSource } from './imports.mjs'
import { createResolver } from './resolve.mjs'
import { importRules } from './rules.mjs'

/** @typedef {{ file: string, line: number, rule: string, message: string }} Problem */

/**
 * Checks sources against the import boundaries (rules.mjs), the rules about files (files.mjs) and for cycles.
 * @param {ReadonlyMap<string, string>} sources path relative to the repository (with `/`) → text
 * @param {{ aliases?: Record<string, string[]> }} [options] `aliases`: tsconfig's `paths`
 * @returns {Problem[]} sorted by file and line; empty when all is well
 */
export function checkSources(sources, { aliases } = {}) {
  const resolve = createResolver(new Set(sources.keys()), aliases)
  /** @type {Problem[]} */
  const problems = []
  /** @type {Map<string, Set<string>>} */
  const graph = new Map()

  for (const [file, source] of sources) {
    for (const problem of checkFile(file, source)) problems.push({ file, ...problem })
    if (!/\.(ts|tsx|mjs)$/.test(file)) continue
    const { imports, focusedTests, syntaxErrors } = readSource(file, source)
    for (const message of syntaxErrors) problems.push({ file, line: 1, rule: 'syntax', message })
    for (const line of focusedTests)
      problems.push({
        file,
        line,
        rule: 'no-focused-test',
        message: '.only( leaves all other tests out: remove it',
      })

    const edges = new Set()
    for (const { specifier, line, kind } of imports) {
      const target = resolve(file, specifier)
      for (const rule of importRules)
        if (rule.applies(file) && rule.forbids(target, file, kind))
          problems.push({ file, line, rule: rule.name, message: `imports '${specifier}': ${rule.because}` })
      if (target.kind === 'file' && sources.has(target.path) && (kind === 'code' || kind === 'type'))
        edges.add(target.path)
    }
    graph.set(file, edges)
  }
  for (const cycle of findCycles(graph))
    problems.push({
      file: cycle[0] ?? '',
      line: 1,
      rule: 'no-cycles',
      message: `imports itself: ${cycle.join(' → ')}`,
    })

  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}
