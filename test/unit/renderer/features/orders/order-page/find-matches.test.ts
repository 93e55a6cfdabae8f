import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf, findMatches } from '../../../../../../renderer/features/orders/order-page/raw/find-matches'

describe('searching the JSON', () => {
  it('finds a text whatever its case, signs of patterns included', () => {
    expect(findMatches('{"a": "x.y", "b": "X.Y", "c": "xzy"}', 'x.y').starts).toEqual([7, 19])
    expect(findMatches('a[0]\\b (c)*', '[0]\\B').starts).toEqual([1])
  })

  it('points at the right place behind letters that change length with their case', () => {
    expect(findMatches('"İİİ needle"', 'NEEDLE').starts).toEqual([5])
  })

  it('finds nothing for nothing, and stops at more than anybody steps through', () => {
    expect(findMatches('aaa', '')).toEqual({ starts: [], more: false })
    const many = findMatches('a'.repeat(5_000), 'a')
    expect([many.starts.length, many.more]).toEqual([2_000, true])
  })
})

describe('the pieces of a long text', () => {
  it('make up the whole again, each of so many lines', () => {
    const line = fc.stringMatching(/^[a-z]{0,3}$/)
    fc.assert(
      fc.property(fc.array(line), fc.integer({ min: 1, max: 5 }), (lines, each) => {
        const text = lines.join('\n')
        const chunks = chunksOf(text, each)
        expect(chunks.map((chunk) => chunk.text).join('')).toBe(text)
        for (const { start, text: piece, lines: count } of chunks) {
          expect(text.startsWith(piece, start)).toBe(true)
          expect(count).toBeLessThanOrEqual(each)
        }
      }),
    )
  })
})
