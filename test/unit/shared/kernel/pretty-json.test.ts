import { prettyJson } from '@shared/kernel/pretty-json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('pretty JSON', () => {
  it('keeps every digit of numbers that a binary float would change', () => {
    const text = '{"id":159118380521834001,"fee":20.50,"tiny":-0,"big":1.0E+2}'
    expect(prettyJson(text)).toBe(
      '{\n  "id": 159118380521834001,\n  "fee": 20.50,\n  "tiny": -0,\n  "big": 1.0E+2\n}',
    )
  })

  it('keeps strings with their escapes and with signs that look like structure', () => {
    expect(prettyJson('["a\\u00e9 {[,:]} \\"x\\" \\\\",""]')).toBe(
      '[\n  "a\\u00e9 {[,:]} \\"x\\" \\\\",\n  ""\n]',
    )
  })

  it('leaves empty objects and lists on one line', () => {
    expect(prettyJson('{"a":{ },"b":[\n]}')).toBe('{\n  "a": {},\n  "b": []\n}')
  })

  it('writes the same lines as JSON.stringify wherever that loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
      }),
      { numRuns: 50 },
    )
  })

  it('copes with a string of a million signs', () => {
    const text = JSON.stringify(['\\"x'.repeat(250_000)])
    expect(prettyJson(text)).toHaveLength(text.length + 4)
  })
})
