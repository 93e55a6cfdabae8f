import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { isLosslessNumber, parse } from 'lossless-json'
import { describe, expect, test } from 'vitest'
import { isExactNumber, parseLossless } from '../../../../../electron/api/json/lossless'

/** What the library makes of the same text, with our rule for numbers: an independent reading. */
const byLibrary = (text: string) =>
  parse(text, (_, value) => {
    if (!isLosslessNumber(value)) return value
    return isExactNumber(value.value) ? Number(value.value) : value.value
  })

describe('a number in JSON', () => {
  test.each([
    ['159118380521834001', '159118380521834001'],
    ['-9007199254740993', '-9007199254740993'],
    ['20.50', '20.50'],
    ['0.10', '0.10'],
    ['1.0', '1.0'],
    ['-0', '-0'],
    ['0.1234567890123456789', '0.1234567890123456789'],
    ['1e2', '1e2'],
    ['1E400', '1E400'],
  ])('%s would lose something and becomes text', (token, text) => {
    expect(parseLossless(`{"n": ${token} }`).value).toEqual({ n: text })
    expect(parseLossless(`[${token},${token}]`).value).toEqual([text, text])
    expect(parseLossless(token).value).toEqual(text)
  })

  test.each(['0', '-1', '20.5', '0.1', '9007199254740991', '-273.15'])('%s stays a number', (token) => {
    expect(parseLossless(`{"n":${token}}`).value).toEqual({ n: Number(token) })
  })

  test('inside a text is left alone', () => {
    const text = '{"a":"x: 20.50, 159118380521834001]","b":"\\\\","c":"\\": 1.50}","d":20.50}'
    expect(parseLossless(text).value).toEqual({
      a: 'x: 20.50, 159118380521834001]',
      b: '\\',
      c: '": 1.50}',
      d: '20.50',
    })
  })
})

describe('a document', () => {
  test('keeps its text as received', () => {
    const text = ' {"b" : 1.50,\n "a":"\\u00e9\\/" }'
    expect(parseLossless(text).text).toBe(text)
  })

  test('cannot reach the prototype', () => {
    const { value } = parseLossless<Record<string, unknown>>('{"__proto__":{"admin":1.50},"n":1.50}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(value)).toEqual(['__proto__', 'n'])
  })

  test.each(['', '{', '{"a":1.50', '{"a":01.50}', '[1.50,]', '{"a":1.}', '1.50 2', 'NaN'])(
    'that is no JSON (%j) is refused',
    (text) => {
      expect(() => parseLossless(text)).toThrow(SyntaxError)
    },
  )

  test('may hold very long texts and numbers', () => {
    const long = '\\"\\\\x'.repeat(500_000)
    const digits = '1'.repeat(100_000)
    const { value } = parseLossless<{ text: string; n: string }>(`{"text":"${long}","n":${digits}}`)
    expect(value.text).toHaveLength(1_500_000)
    expect(value.n).toBe(digits)
  })

  test('of any shape reads as the lossless library reads it', () => {
    const digit = fc.constantFrom(...'0123456789')
    const number = fc.oneof(
      fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
      fc
        .tuple(fc.integer(), fc.string({ unit: digit, minLength: 1, maxLength: 20 }))
        .map(([whole, part]) => `${whole}.${part}`),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n)),
      fc.constantFrom('-0', '0', '1e5', '2.50E-3'),
    )
    const leaf = fc.oneof(
      number,
      fc.string({ unit: 'binary' }).map((s) => JSON.stringify(s)),
      fc.constantFrom('"a: 20.50, b"', '"\\": 1.50,"', 'true', 'null'),
    )
    const space = fc.constantFrom('', ' ', '\n  ')
    const key = fc.string({ unit: fc.constantFrom('a', 'b', '"', '\\', ' ', ':', ','), maxLength: 4 })
    const { document } = fc.letrec((tie) => ({
      document: fc.oneof({ maxDepth: 3 }, leaf, tie('object'), tie('array')) as fc.Arbitrary<string>,
      object: fc
        .tuple(
          fc.uniqueArray(fc.tuple(key, tie('document')), { maxLength: 3, selector: ([name]) => name }),
          space,
        )
        .map(
          ([members, s]) =>
            `{${s}${members.map(([k, v]) => `${JSON.stringify(k)}${s}:${s}${v}`).join(`${s},`)}${s}}`,
        ),
      array: fc
        .tuple(fc.array(tie('document'), { maxLength: 3 }), space)
        .map(([values, s]) => `[${s}${values.join(`${s},${s}`)}${s}]`),
    }))
    fc.assert(
      fc.property(document, (text) => {
        expect(parseLossless(text).value).toEqual(byLibrary(text))
      }),
      { numRuns: 150 },
    )
  }, 30_000)
})

describe("the vendor's examples", () => {
  const folder = join(import.meta.dirname, '../../../../data/examples')
  test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
    '%s reads as JSON.parse reads it',
    (name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      expect(parseLossless(text).value).toEqual(byLibrary(text))
    },
  )
})
