import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode, readText } from '../../../../../renderer/lib/table-file/read-text'
import { mostColumns } from '../../../../../renderer/lib/table-file/table'

const limits = { rows: 10_000, text: 5_000_000, unpacked: 30_000_000 }

const rowsOf = (text: string) => {
  const result = readText(text, limits)
  return 'table' in result ? result.table.rows : result.problem
}

describe('a pasted list', () => {
  test.each([
    ['CRLF', 'A1\r\nB2\r\n'],
    ['CR alone', 'A1\rB2'],
    ['mixed line ends and empty lines', '\n\nA1\r\n \nB2\r\r\n'],
    ['a byte order mark', '\uFEFFA1\nB2'],
    ['double quotes', '"A1"\n"B2"'],
    ['single quotes', "'A1'\n'B2'"],
    ['blanks around', '  A1 \n B2'],
  ])('with %s is one reference a line', (_, text) => {
    expect(rowsOf(text)).toEqual([['A1'], ['B2']])
  })

  test.each([
    ['commas', 'A1,x\nB2,y'],
    ['semicolons', 'A1;x\nB2;y'],
    ['tabs', 'A1\tx\nB2\ty'],
    ['bars', 'A1|x\nB2|y'],
    ['semicolons, and empty lines at the end', 'A1;x\nB2;y\n\n \n'],
  ])('with %s has columns', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['A1', 'x'],
      ['B2', 'y'],
    ])
  })

  test('keeps a comma and a line end inside quotes in their cell', () => {
    expect(rowsOf('A1,"Okafor, Amara"\nB2,"two\nlines"')).toEqual([
      ['A1', 'Okafor, Amara'],
      ['B2', 'two\nlines'],
    ])
  })

  test('says in which line of it each row begins, empty ones and line ends inside quotes counted', () => {
    expect(readText('A1\n\n"two\nlines"\nB2', limits)).toMatchObject({ table: { lines: [1, 3, 5] } })
  })

  test('names its separator as Excel does', () => {
    expect(readText('sep=;\nA1,5;x\nB2;y', limits)).toMatchObject({
      table: {
        rows: [
          ['A1,5', 'x'],
          ['B2', 'y'],
        ],
        lines: [2, 3],
      },
    })
  })

  test('does not lose what follows a quote that never closes', () => {
    expect(rowsOf('"A1\nB2\nC3')).toEqual([['"A1'], ['B2'], ['C3']])
  })

  test('takes a formula for the text that it is', () => {
    expect(rowsOf('=HYPERLINK("x")\nA1')).toEqual([['=HYPERLINK("x")'], ['A1']])
  })

  test.each([
    ['', 'EMPTY'],
    [' \n\t\n;;\n', 'EMPTY'],
    ['A1\0B2', 'BINARY'],
    ['A'.repeat(limits.text + 1), 'TOO_LARGE'],
  ])('of nothing usable says so (%#)', (text, problem) => {
    expect(rowsOf(text)).toBe(problem)
  })

  test('of a million lines is read as far as it can be worked through, and says that there is more', () => {
    const result = readText('A1\n'.repeat(1_000_000), limits)
    expect(result).toMatchObject({ table: { more: true } })
    expect('table' in result && result.table.rows).toHaveLength(limits.rows)
  })
})

describe('whatever is pasted', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('"', "'", ',', ';', '\t', '\n', '\r', '=', 'A', '1', ' ', '\uFEFF', 'é', '\0'),
  })

  test('becomes cells without blanks around them, or a problem with a name', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const result = readText(text, limits)
        if ('problem' in result) {
          expect(['EMPTY', 'BINARY']).toContain(result.problem)
          return
        }
        for (const row of result.table.rows) {
          expect(row.length).toBeLessThanOrEqual(mostColumns)
          expect(row.some((cell) => cell !== '')).toBe(true)
          expect(row.every((cell) => cell === cell.trim())).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  const cell = fc
    .string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', 'A', '1', ' x'), minLength: 1 })
    .map((text) => `R${text.trim()}e`)

  test('is read back as it was written by a program that quotes every cell', () => {
    const tables = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, comma, end) => {
          const csv = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(comma))
            .join(end)
          expect(rowsOf(csv)).toEqual(rows)
        },
      ),
    )
  })
})

test.each([
  ['UTF-8', new TextEncoder().encode('é1')],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0xe9, 0, 0x31, 0])],
  ['Windows', new Uint8Array([0xe9, 0x31])],
])('a file in %s is read with its letters', (_, bytes) => {
  expect(decode(bytes).replace('\uFEFF', '')).toBe('é1')
})
