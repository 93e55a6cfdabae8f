import { hasStockMoved, isBigDrop, mostPieces, readPieces, sameStep } from '@shared/features/stock'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const figures = (available: number | null, reserved: number | null = 1, booked: number | null = 2) => ({
  total: null,
  reserved,
  booked,
  available,
  active: true,
})

describe('what is typed or pasted as a number', () => {
  test.each([
    ['40', 40],
    [' 40 ', 40],
    ['0', 0],
    ['-0', 0],
    ['+7', 7],
    ['1 200', 1200],
    ['1\u00a0200\u202f000', 1_200_000],
    [String(mostPieces), mostPieces],
  ])('%j is %d', (text, pieces) => {
    expect(readPieces(text, undefined)).toEqual({ pieces })
  })

  test.each([
    ['-1', 'BELOW_ZERO'],
    ['1000000000', 'TOO_MANY'],
    // Thousands or a fraction: nobody knows.
    ['1.200', 'NOT_WHOLE'],
    ['1,5', 'NOT_WHOLE'],
    ['1e3', 'NOT_WHOLE'],
    ['0x10', 'NOT_WHOLE'],
    ['12 3', 'NOT_WHOLE'],
    ['٣', 'NOT_WHOLE'],
    ['=1+1', 'NOT_WHOLE'],
    ["=cmd|'/c calc'!A1", 'NOT_WHOLE'],
    ['', 'NOT_WHOLE'],
    ['9'.repeat(400), 'NOT_WHOLE'],
  ])('%j is none: %s', (text, problem) => {
    expect(readPieces(text, undefined)).toEqual({ problem })
  })

  test('above the limit of the person is told, at the limit is taken', () => {
    expect(readPieces('501', 500)).toEqual({ problem: 'ABOVE_LIMIT' })
    expect(readPieces('500', 500)).toEqual({ pieces: 500 })
  })

  test('whatever text comes, it is a whole number within the guards or it is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.double().map(String)), (text) => {
        const read = readPieces(text, 500)
        if (!('pieces' in read)) return
        expect(Number.isInteger(read.pieces) && read.pieces >= 0 && read.pieces <= 500).toBe(true)
        expect(text.replace(/\D/g, '')).toMatch(new RegExp(`^0*${read.pieces}$`))
      }),
    )
  })
})

test.each([
  [400, 199, true],
  [400, 200, false],
  [1, 0, true],
  [0, 0, false],
  [-3, 0, false],
  [null, 0, false],
])('from %s to %d is down by more than half: %s', (from, to, expected) => {
  expect(isBigDrop(from, to)).toBe(expected)
})

test('a row has moved when it was sold from, held or set, and not when only its total is told otherwise', () => {
  expect(hasStockMoved(figures(5), { ...figures(5), total: 9 })).toBe(false)
  expect(hasStockMoved(figures(5), figures(4))).toBe(true)
  expect(hasStockMoved(figures(5), figures(5, 2))).toBe(true)
  expect(hasStockMoved(figures(5), figures(5, 1, 3))).toBe(true)
})

test('the same step from what is there now; none where a number is not known', () => {
  expect(sameStep(figures(40), figures(37), 60)).toBe(57)
  expect(sameStep(figures(null), figures(37), 60)).toBeUndefined()
})
