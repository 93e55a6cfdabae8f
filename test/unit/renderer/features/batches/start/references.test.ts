import { describe, expect, test } from 'vitest'
import { columnsOf, referencesOf } from '../../../../../../renderer/features/batches/start/references'

const rows = [
  ['Date', 'Guest', 'Order reference', 'Amount'],
  ['2026-11-22', 'Amara Okafor', '101332194682791', '54.00'],
  ['2026-11-23', 'Noah 2nd', '108557853629191', '12.50'],
]

describe('the column of the references', () => {
  test('is the one that is headed so', () => {
    expect(columnsOf({ rows })).toMatchObject({ hasHeading: true, guess: 2 })
  })

  test('is the one with references where nothing heads it: no date, no amount, no name', () => {
    expect(columnsOf({ rows: rows.slice(1) })).toMatchObject({ hasHeading: false, guess: 2 })
  })

  test('is the one whose references differ where two look alike', () => {
    const alike = [
      ['PROD1', 'A0001'],
      ['PROD1', 'A0002'],
    ]
    expect(columnsOf({ rows: alike }).guess).toBe(1)
  })
})

test('a single row is no heading', () => {
  expect(columnsOf({ rows: [['WEBONE']] }).hasHeading).toBe(false)
})

test('references keep their order and their doubles; empty cells and what no reference can be are left out', () => {
  const list = [['Reference'], ['B'], ['A'], [''], ['B'], ['x'.repeat(129)]]
  expect(referencesOf({ rows: list }, { hasHeading: true, column: 0 })).toEqual({
    references: ['B', 'A', 'B'],
    tooLong: 1,
  })
})
