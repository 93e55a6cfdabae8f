import type { StockRow } from '@shared/features/stock'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBlock, wantedOfBlock } from '../../../../../renderer/features/stock/pasted-block'

const row = (id: string, more: Partial<StockRow> = {}): StockRow => ({
  ...{ id, total: 10, reserved: 0, booked: 0, available: 10, active: true },
  ...more,
})
const rows = [row('a'), row('b', { active: false }), row('c')]

test('a column of a block is taken, wherever it stands in it', () => {
  expect(readBlock('Bag\t1\t5\r\nMug\t2\t6\r\n', 2)).toEqual({ cells: ['5', '6'] })
})

test('a cell with a line break is one cell', () => {
  expect(readBlock('"Bag\nblue"\t5\nMug\t6', 1)).toEqual({ cells: ['5', '6'] })
})

test('a quote that never closes swallows nothing', () => {
  expect(readBlock('"5\n6\n7', 0)).toEqual({ cells: ['"5', '6', '7'] })
})

test.each([
  ['', 0, 'EMPTY'],
  ['\n\n', 0, 'EMPTY'],
  ['5', 1, 'NO_COLUMN'],
  ['5', -1, 'NO_COLUMN'],
  ['5'.repeat(2_000_001), 0, 'TOO_LARGE'],
])('%.20j at %d is not taken: %s', (text, at, problem) => {
  expect(readBlock(text, at)).toEqual({ problem })
})

test('cells fall on rows one after the other; what cannot be is left out and named by its line', () => {
  expect(wantedOfBlock(['5', '6', '=1+1', '7'], rows, undefined)).toEqual({
    wanted: [{ stock: 'a', now: rows[0], wanted: 5 }],
    leftOut: [
      { line: 2, why: 'CLOSED' },
      { line: 3, why: 'NOT_WHOLE' },
      { line: 4, why: 'NO_ROW' },
    ],
  })
})

test('an empty cell leaves its row as it is', () => {
  expect(wantedOfBlock(['', '', '4'], rows, undefined)).toEqual({
    wanted: [{ stock: 'c', now: rows[2], wanted: 4 }],
    leftOut: [],
  })
})

test('whatever is pasted, nothing but whole numbers within the guards comes of it, on open rows that are there', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.integer().map(String),
    fc.constantFrom(
      '=HYPERLINK("x")',
      '@SUM(A1)',
      '"',
      '""',
      '\0',
      '<img src=x onerror=alert(1)>',
      '\u202e12',
      '12"',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 }), fc.nat(4), (cells, at) => {
      const block = readBlock(cells.map((one) => one.join('\t')).join('\n'), at)
      if ('problem' in block) return
      const { wanted } = wantedOfBlock(block.cells, rows, 500)
      for (const { stock, wanted: pieces = -1 } of wanted) {
        expect(['a', 'c']).toContain(stock)
        expect(Number.isInteger(pieces) && pieces >= 0 && pieces <= 500).toBe(true)
      }
    }),
  )
})
