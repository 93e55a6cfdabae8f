import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnchanged, lastModified } from '../../../../electron/sandbox/http/conditional'
import { parseJson, rawNumber, stringifyJson } from '../../../../electron/sandbox/http/json'

describe('Last-Modified and If-Modified-Since (rule 40)', () => {
  it('never hide a change: whatever came between answer and question is seen', () => {
    const ms = fc.integer({ min: 1_700_000_000_000, max: 1_700_000_010_000 })
    fc.assert(
      fc.property(ms, ms, ms, (change, answered, later) => {
        fc.pre(change <= answered && answered <= later)
        const date = lastModified(change, answered)
        expect(isUnchanged(date, later)).toBe(false)
      }),
      { examples: [[1_700_000_000_100, 1_700_000_000_200, 1_700_000_000_300]] },
    )
  })

  it('say unchanged when nothing changed for more than a second', () => {
    const change = 1_700_000_000_400
    expect(isUnchanged(lastModified(change, change + 2000), change)).toBe(true)
  })

  it('ignore a date that cannot be read', () => {
    expect(isUnchanged('yesterday', 0)).toBe(false)
    expect(isUnchanged(undefined, 0)).toBe(false)
  })
})

describe('JSON', () => {
  it('keeps numbers that a double cannot hold', () => {
    const text = '{"id":159118380521834001,"price":20.50,"small":1e-7,"plain":12,"text":"20.50"}'
    expect(stringifyJson(parseJson(text))).toBe(text)
    expect(stringifyJson({ id: rawNumber('1.00') })).toBe('{"id":1.00}')
  })

  it('refuses what is not JSON', () => {
    expect(() => parseJson('{"a":')).toThrow(SyntaxError)
    expect(() => parseJson('')).toThrow(SyntaxError)
  })
})
