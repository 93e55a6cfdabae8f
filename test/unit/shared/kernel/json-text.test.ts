import { elementsOf, membersOf, prettyJson, valueAt } from '@shared/kernel/json-text'
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

describe('members and elements', () => {
  it('answers the text of each value untouched', () => {
    expect(membersOf(' { "a" : 1.10 , "b\\u0063":{"x":[1,2]}, "d":"p,q" } ')).toEqual([
      { name: 'a', text: '1.10' },
      { name: 'bc', text: '{"x":[1,2]}' },
      { name: 'd', text: '"p,q"' },
    ])
    expect(elementsOf('[ {"a":1} ,2.0, "],[" ]')).toEqual(['{"a":1}', '2.0', '"],["'])
  })

  it('finds nothing in what is no object, or no list', () => {
    expect([membersOf('[1]'), membersOf('{}'), membersOf('null')]).toEqual([[], [], []])
    expect([elementsOf('{"a":1}'), elementsOf('[ ]'), elementsOf('3')]).toEqual([[], [], []])
  })

  it('finds the value at a path, the last of a name that repeats', () => {
    const text = '{"data":{"order":{"n":1}},"data":{"order":{"n":20.50}}}'
    expect(valueAt(text, ['data', 'order'])).toBe('{"n":20.50}')
    expect(valueAt(text, ['data', 'orders'])).toBeUndefined()
    expect(valueAt('[1]', ['data'])).toBeUndefined()
  })

  it('puts any object together again from its parts', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const members = membersOf(JSON.stringify(object))
        const again = `{${members.map(({ name, text }) => `${JSON.stringify(name)}:${text}`).join(',')}}`
        expect(again).toBe(JSON.stringify(object))
      }),
    )
  })
})
