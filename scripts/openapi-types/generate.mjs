// Writes shared/api/distributor.ts from the OpenAPI description; `--check` only says whether it is stale.
// The types are checked in, so that a build needs neither this generator nor its TypeScript 5.
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

const source = new URL('../../resources/openapi/distributor-v3.8.yaml', import.meta.url)
const target = new URL('../../shared/api/distributor.ts', import.meta.url)

const header = `// Generated from resources/openapi/distributor-v3.8.yaml, do not edit.
// After a change there: npm run api:types

`

/**
 * Makes an open enum (rule 55) a union of its known values and any other text: `'PAID' | (string & {})`.
 * Editors complete the known values, and the compiler still asks for the branch of the unknown ones.
 *
 * @param {import('openapi-typescript').SchemaObject & { 'x-known-values'?: string[] }} schema
 * @returns {ts.TypeNode | undefined} nothing for any other schema, which then gets its ordinary type
 */
function openEnum(schema) {
  const known = schema['x-known-values']
  if (!known) return undefined
  const literal = (/** @type {string} */ value) =>
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value))
  const anyText = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ])
  return ts.factory.createUnionTypeNode([...known.map(literal), ts.factory.createParenthesizedType(anyText)])
}

/** @returns {Promise<string>} the whole text of the generated file */
async function generate() {
  const tree = await openapiTS(source, {
    transform: openEnum,
    // A default says what the server does with a field that is left out, not that an answer always has it.
    defaultNonNullable: false,
  })
  return header + astToString(tree)
}

/** @returns {string | undefined} nothing when the file is not there yet */
function checkedIn() {
  try {
    return readFileSync(target, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const expected = await generate()
if (process.argv.includes('--check')) {
  if (checkedIn() === expected) {
    console.log('shared/api/distributor.ts is up to date.')
  } else {
    console.error(
      'shared/api/distributor.ts does not match resources/openapi/distributor-v3.8.yaml. Run: npm run api:types',
    )
    process.exitCode = 1
  }
} else {
  writeFileSync(target, expected)
  console.log('Wrote shared/api/distributor.ts.')
}
