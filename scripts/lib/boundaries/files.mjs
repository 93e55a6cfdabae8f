/** Rules about a file itself: its name, its length, what is left in it. */

export const MAX_LINES = 400

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.[a-z]+$/
const CATCH_ALL = /^(utils?|helpers?)\.\w+$/
const GENERATED = new Set(['shared/api/distributor.ts'])

/**
 * @param {string} file path relative to the repository, with `/`
 * @param {string} source
 * @returns {{ line: number, rule: string, message: string }[]}
 */
export function checkFile(file, source) {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0)
  const isData = file.includes('/data/') || GENERATED.has(file)
  const problems = []
  if (CATCH_ALL.test(name))
    problems.push({
      line: 1,
      rule: 'no-catch-all-file',
      message: `name the file after what it does, not "${name}"`,
    })
  if (!KEBAB_CASE.test(name))
    problems.push({ line: 1, rule: 'kebab-case', message: `file names are kebab-case, "${name}" is not` })
  if (lines > MAX_LINES && !isData)
    problems.push({
      line: MAX_LINES + 1,
      rule: 'max-lines',
      message: `${lines} lines, more than ${MAX_LINES}: split the file`,
    })
  return problems
}
