import { builtinModules } from 'node:module'
import path from 'node:path/posix'

/**
 * @typedef {{ kind: 'file', path: string } | { kind: 'package' | 'builtin', name: string }} Target
 *   A file's path is relative to the repository, with `/`.
 */

const BUILTINS = new Set(builtinModules)
const EXTENSIONS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx']

/**
 * Makes a resolver for the sources given: relative specifiers and the aliases of tsconfig `paths`, else a package.
 *
 * A relative specifier that names no known source stays the path it spells (a style sheet, a locale file): whether it
 * exists is the compiler's business.
 * @param {ReadonlySet<string>} files
 * @param {Record<string, string[]>} [aliases] as in tsconfig's `paths`
 * @returns {(from: string, specifier: string) => Target}
 */
export function createResolver(files, aliases = {}) {
  return (from, specifier) => {
    const bare = specifier.replace(/\?.*$/, '')
    if (bare.startsWith('.')) return known(path.join(path.dirname(from), bare))
    if (bare.startsWith('/')) return known(bare.slice(1))
    for (const [pattern, [replacement = '']] of Object.entries(aliases)) {
      const prefix = pattern.replace(/\*$/, '')
      const matches = pattern.endsWith('*') ? bare.startsWith(prefix) : bare === pattern
      if (matches) return known(path.normalize(replacement.replace('*', bare.slice(prefix.length))))
    }
    const name = packageName(bare)
    return bare.startsWith('node:') || BUILTINS.has(name)
      ? { kind: 'builtin', name: bare }
      : { kind: 'package', name }
  }

  /** @param {string} base @returns {Target} */
  function known(base) {
    const plain = base.replace(/\.(js|mjs|jsx)$/, '')
    for (const stem of [base, plain])
      for (const extension of EXTENSIONS)
        if (files.has(stem + extension)) return { kind: 'file', path: stem + extension }
    return { kind: 'file', path: base }
  }
}

/** `@scope/name` or `name`, without a path inside the package. @param {string} specifier */
function packageName(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
