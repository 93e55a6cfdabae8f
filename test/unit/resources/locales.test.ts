import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { contract } from '@shared/ipc/contract'
import type { Operation } from '@shared/ipc/define'
import { commonErrorCodes } from '@shared/kernel/app-error'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const folder = (language: string) => join(root, 'resources/locales', language)
const namespaces = readdirSync(folder('en')).map((file) => file.replace(/\.json$/, ''))

const read = (language: string, namespace: string) =>
  flatten(JSON.parse(readFileSync(join(folder(language), `${namespace}.json`), 'utf8')) as Tree)

type Tree = { readonly [key: string]: string | Tree }

/** `{ a: { b: 'x' } }` → `a.b` → `x`. */
function flatten(tree: Tree, path = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : [...flatten(value, `${path}${key}.`)],
  )
  return new Map(entries)
}

/** The places to be filled in: `{{count}}`. */
const placesOf = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name]) => name).sort()

test('Dutch has the files that English has', () => {
  expect(readdirSync(folder('nl')).sort()).toEqual(readdirSync(folder('en')).sort())
})

describe.each(namespaces)('the words of %s', (namespace) => {
  const [english, dutch] = [read('en', namespace), read('nl', namespace)]

  test('have the same keys in both languages', () => {
    expect([...dutch.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('are nowhere empty', () => {
    const empty = [...english, ...dutch].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  test('have the same places to fill in', () => {
    const different = [...english].filter(
      ([key, text]) => `${placesOf(text)}` !== `${placesOf(dutch.get(key) ?? '')}`,
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('hold no exclamation marks', () => {
    expect([...english, ...dutch].filter(([, text]) => text.includes('!'))).toEqual([])
  })
})

test('every error code of the contract has words', () => {
  const own = Object.values(contract).flatMap((operations) =>
    Object.values(operations as Record<string, Operation>).flatMap(({ errors }) => errors),
  )
  const words = read('en', 'errors')
  const wordless = [...new Set([...commonErrorCodes, ...own])].filter((code) =>
    ['title', 'explanation', 'nextStep'].some((part) => !words.has(`codes.${code}.${part}`)),
  )
  expect(wordless).toEqual([])
})
