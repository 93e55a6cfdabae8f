import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  JsonEditError,
  type JsonPath,
  pickRaw,
  readRaw,
  removeEachRaw,
  removeRaw,
  writeRaw,
} from '../../../../../electron/api/json/edit'

const text = `{ "data" : {"order":{
  "order_reference": "ORDER\\u0031",
  "total": 20.50, "id": 159118380521834001,
  "contacts": [ {"name":"A\\/B"}, {"name":"\\"]}"} ],
  "none": {}, "empty": [ ]
}} }`

describe('reading', () => {
  test.each([
    [['data', 'order', 'total'], '20.50'],
    [['data', 'order', 'id'], '159118380521834001'],
    [['data', 'order', 'order_reference'], '"ORDER\\u0031"'],
    [['data', 'order', 'contacts', 1, 'name'], '"\\"]}"'],
    [['data', 'order', 'contacts', 2], undefined],
    [['data', 'order', 'contacts', 'name'], undefined],
    [['data', 'nothing', 'here'], undefined],
    [['data', 'order', 'total', 'deeper'], undefined],
    [[], text],
  ] as [JsonPath, string | undefined][])('%j gives the characters that stand there', (path, raw) => {
    expect(readRaw(text, path)).toBe(raw)
  })

  test('of a name that stands twice gives the last one, as JSON.parse does', () => {
    expect(readRaw('{"a":1.0,"a":2.0}', ['a'])).toBe('2.0')
  })

  test('what is no JSON gives nothing', () => {
    expect(readRaw('{"a":', ['a'])).toBeUndefined()
  })
})

describe('writing', () => {
  test('changes the value and not one character beside it', () => {
    const changed = writeRaw(text, ['data', 'order', 'contacts', 0, 'name'], '"C"')
    expect(changed).toBe(text.replace('"A\\/B"', '"C"'))
  })

  test.each([
    [['data', 'order', 'none', 'new'], '"none": {"new":1.0}'],
    [['data', 'order', 'empty', 0], '"empty": [1.0 ]'],
    [['data', 'order', 'contacts', 2], '{"name":"\\"]}"},1.0 ]'],
  ] as [JsonPath, string][])('adds what is missing at %j', (path, expected) => {
    expect(writeRaw(text, path, '1.0')).toContain(expected)
    expect(readRaw(writeRaw(text, path, '1.0'), path)).toBe('1.0')
  })

  test.each([
    [['data', 'nothing', 'here']],
    [['data', 'order', 'contacts', 5]],
    [['data', 'order', 'contacts', 'name']],
    [['data', 'order', 0]],
    [['data', 'order', 'total', 'x']],
  ] as [JsonPath][])('is refused at %j, where nothing can stand', (path) => {
    expect(() => writeRaw(text, path, '1')).toThrow(JsonEditError)
  })

  test('of what is no JSON is refused', () => {
    expect(() => writeRaw(text, ['data'], '{"a":')).toThrow(JsonEditError)
    expect(() => writeRaw('{', ['data'], '1')).toThrow(JsonEditError)
  })
})

describe('removing', () => {
  test.each([
    ['{"a":1.0, "b":2.0 ,"c":3.0}', ['a'], '{"b":2.0,"c":3.0}'],
    ['{"a":1.0, "b":2.0 ,"c":3.0}', ['c'], '{"a":1.0,"b":2.0}'],
    ['{"a":1.0,"a":2.0}', ['a'], '{}'],
    ['[1.0,2.0,3.0]', [1], '[1.0,3.0]'],
    ['{"a":1.0}', ['b'], '{"a":1.0}'],
    ['{"a":1.0}', ['a', 'b'], '{"a":1.0}'],
  ] as [string, JsonPath, string][])('from %s at %j leaves %s', (source, path, left) => {
    expect(removeRaw(source, path)).toBe(left)
  })
})

describe('picking', () => {
  test('keeps the members by name, as they stand and in their order', () => {
    expect(pickRaw(text, ['data', 'order'], ['id', 'total', 'absent'])).toBe(
      '{"total": 20.50,"id": 159118380521834001}',
    )
  })

  test('from what is no object is refused', () => {
    expect(() => pickRaw(text, ['data', 'order', 'contacts'], ['0'])).toThrow(JsonEditError)
  })
})

/** Every path that leads to something that is neither object nor array. */
function leaves(value: unknown, path: JsonPath = []): JsonPath[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

describe('one changed field', () => {
  const folder = join(import.meta.dirname, '../../../../data/examples')
  const names = readdirSync(folder).filter((name) => /^(order|put-|get-product|get-payments)/.test(name))
  test.each(names)('leaves every other field of %s byte for byte as it was', (name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    const paths = leaves(JSON.parse(source))
    const sample = paths.filter((_, i) => i % Math.ceil(paths.length / 12) === 0)
    for (const path of sample.slice(0, 3)) {
      const changed = writeRaw(source, path, '159118380521834001.50')
      expect(readRaw(changed, path)).toBe('159118380521834001.50')
      expect(writeRaw(changed, path, String(readRaw(source, path)))).toBe(source)
      for (const other of sample) {
        if (other !== path) expect(readRaw(changed, other)).toBe(readRaw(source, other))
      }
    }
  })

  test('leaves the rest of any document as it was', () => {
    const document = fc.json({ maxDepth: 3 }).filter((source) => leaves(JSON.parse(source)).length > 0)
    fc.assert(
      fc.property(document, fc.nat(), fc.json({ maxDepth: 1 }), (source, pick, raw) => {
        const paths = leaves(JSON.parse(source))
        const path = paths[pick % paths.length] ?? []
        const old = readRaw(source, path)
        const changed = writeRaw(source, path, raw)
        expect(readRaw(changed, path)).toBe(raw.trim() === raw ? raw : readRaw(changed, path))
        // Putting back what stood there gives the very same text.
        expect(writeRaw(changed, path, String(old))).toBe(source)
      }),
      { numRuns: 100 },
    )
  })
})

describe('removing everything that patterns lead to', () => {
  const source = '{ "a": 1.50, "list": [ {"x": 1, "y": "\\u0065"}, 7, {"y": 2} ], "x": {"x": [1 , 2]} }'

  test('leaves what stays as it stands, in one go', () => {
    expect(removeEachRaw(source, [['list', '*', 'x'], ['a']])).toBe(
      '{"list": [{"y": "\\u0065"},7,{"y": 2} ],"x": {"x": [1 , 2]}}'.replace('2} ]', '2}]'),
    )
  })

  test('is what removing one after the other gives', () => {
    const one = [['x', 'x'], ['list', 0, 'y'] as const, ['a']].reduce<string>(
      (text, path) => removeRaw(text, path),
      source,
    )
    expect(JSON.parse(removeEachRaw(source, [['x', 'x'], ['a'], ['list', '*', 'y']]))).toEqual({
      ...JSON.parse(one),
      list: [{ x: 1 }, 7, {}],
    })
  })

  test.each([[[]], [[['none']]], [[['a', 'b']]], [[['list', 'x']]], [[['*']]]])(
    'leaves every character where %j leads nowhere',
    (patterns) => expect(removeEachRaw(source, patterns)).toBe(source),
  )
})
