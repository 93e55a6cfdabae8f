import { parseSync, Visitor } from 'vite'

/**
 * @typedef {'code' | 'type' | 'process' | 'glob'} ImportKind
 *   `process`: `x?modulePath`, a path to start as a process of its own, not code that is loaded here.
 * @typedef {{ specifier: string, line: number, kind: ImportKind }} Import
 * @typedef {{ imports: Import[], focusedTests: number[], syntaxErrors: string[] }} SourceFacts
 */

const TEST_FUNCTIONS = new Set(['test', 'it', 'describe', 'suite', 'bench'])

/**
 * Reads what a source file refers to: static, dynamic, type and `require` imports, `import.meta.glob`, and the lines
 * of tests left focused with `.only`.
 *
 * A real parser, not a regular expression: specifiers in strings and comments are not imports.
 * @param {string} file decides the dialect (ts or tsx)
 * @param {string} source
 * @returns {SourceFacts}
 */
export function readSource(file, source) {
  const { program, module, errors } = parseSync(file, source)
  const lineAt = lineIndex(source)
  /** @type {Import[]} */
  const imports = []
  /** @type {number[]} */
  const focusedTests = []

  /** @param {unknown} specifier @param {number} at @param {ImportKind} kind */
  const add = (specifier, at, kind) => {
    if (typeof specifier !== 'string') return
    const asProcess = /\?.*\bmodulePath\b/.test(specifier)
    imports.push({ specifier, line: lineAt(at), kind: asProcess ? 'process' : kind })
  }

  for (const { moduleRequest, entries, start } of module.staticImports) {
    const onlyTypes = entries.length > 0 && entries.every((entry) => entry.isType)
    add(moduleRequest.value, start, onlyTypes ? 'type' : 'code')
  }
  for (const { entries, start } of module.staticExports) {
    for (const specifier of new Set(entries.map((entry) => entry.moduleRequest?.value))) {
      const reExports = entries.filter((entry) => entry.moduleRequest?.value === specifier)
      add(specifier, start, reExports.every((entry) => entry.isType) ? 'type' : 'code')
    }
  }
  new Visitor({
    TSImportType: (node) => add(node.source.value, node.start, 'type'),
    ImportExpression: (node) => add(literal(node.source), node.start, 'code'),
    CallExpression: (node) => {
      const { callee, arguments: args } = node
      if (callee.type === 'Identifier' && callee.name === 'require') add(literal(args[0]), node.start, 'code')
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (callee.property.name === 'glob' && callee.object.type === 'MetaProperty')
        for (const pattern of patterns(args[0])) add(pattern, node.start, 'glob')
      if (callee.property.name === 'only' && TEST_FUNCTIONS.has(rootName(callee.object)))
        focusedTests.push(lineAt(callee.property.start))
    },
  }).visit(program)

  return { imports, focusedTests, syntaxErrors: errors.map((error) => error.message) }
}

/** @typedef {import('vite').ESTree.Expression} Expression */

/** @param {{ type: string } | null | undefined} node */
const literal = (node) => (node && 'value' in node && node.type === 'Literal' ? node.value : undefined)

/** One pattern or an array of them. @param {import('vite').ESTree.Argument | undefined} node */
const patterns = (node) => (node?.type === 'ArrayExpression' ? node.elements.map(literal) : [literal(node)])

/** The `test` of `test.describe.only`. @param {Expression} node @returns {string} */
function rootName(node) {
  if (node.type === 'MemberExpression') return rootName(node.object)
  return node.type === 'Identifier' ? node.name : ''
}

/** @param {string} source @returns {(offset: number) => number} the 1-based line of an offset */
function lineIndex(source) {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let line = starts.length
    while (line > 1 && /** @type {number} */ (starts[line - 1]) > offset) line -= 1
    return line
  }
}
