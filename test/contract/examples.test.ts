import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Body, checkOf, checkOfSchema } from '../support/openapi'

const folder = new URL('../data/examples/', import.meta.url)

interface Index {
  bodies: (Body & { file: string })[]
  fragments: { schema: string; within?: string; file: string }[]
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
}

const { bodies, fragments } = read('index.json') as Index

describe('every documented body is valid', () => {
  test.each(bodies)('$operationId $direction $file', ({ file, ...body }) => {
    expect(checkOf(body)(read(file))).toEqual([])
  })
})

describe('every documented fragment is valid', () => {
  test.each(fragments)('$schema $file', ({ schema, within, file }) => {
    const fragment = read(file)
    const value = within ? (fragment as Record<string, unknown>)[within] : fragment
    expect(value).toBeDefined()
    expect(checkOfSchema(schema)(value)).toEqual([])
  })
})

test('the index names every example file, and all of them exist', () => {
  const named = new Set([...bodies, ...fragments].map(({ file }) => file))
  expect([...named].sort()).toEqual(
    readdirSync(folder)
      .filter((file) => file !== 'index.json')
      .sort(),
  )
  expect([bodies.length, fragments.length]).toEqual([53, 6])
})
